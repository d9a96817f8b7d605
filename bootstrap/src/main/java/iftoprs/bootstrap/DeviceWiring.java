package iftoprs.bootstrap;

import iftoprs.adapters.pcap.SystemSurvey;
import iftoprs.adapters.tui.DeviceControl;
import iftoprs.adapters.tui.Tui;
import iftoprs.domain.monitor.Monitor;

/** Lets the screen change the device of a live capture. */
final class DeviceWiring {

  private DeviceWiring() {}

  static DeviceControl of(Flags flags, Monitor monitor, Tui tui) {
    if (!flags.isLive()) {
      return DeviceControl.none(
          flags.demo
              ? "The demo has no devices; start without --demo to choose one"
              : "A capture file is played back; start without --read to choose a device");
    }
    return new DeviceControl(
        new SystemSurvey(),
        monitor::expectSwitch,
        device ->
            monitor.switchTo(
                device,
                problem ->
                    problem.ifPresentOrElse(
                        why -> tui.say("Still on " + monitor.device().name() + ": " + why),
                        () -> tui.opened(monitor.device().name()))));
  }
}
