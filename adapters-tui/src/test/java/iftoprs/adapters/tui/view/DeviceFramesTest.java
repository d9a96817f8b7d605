package iftoprs.adapters.tui.view;

import iftoprs.domain.screen.Command;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.DeviceSurvey.Device;
import iftoprs.ports.DeviceSurvey.Reading;
import iftoprs.ports.DeviceSurvey.Traffic;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frames of the list of devices, recorded beside those of {@link FramesTest}. */
class DeviceFramesTest {

  private static Device device(String name, boolean up, boolean carrier, long bytes, String... at) {
    List<InterfaceAddress> addresses =
        Stream.of(at).map(text -> new InterfaceAddress(TestFrames.address(text), 24)).toList();
    return new Device(
        new CaptureDevice(name, "", addresses, Optional.empty(), up, name.equals("lo"), false),
        Optional.of(carrier),
        bytes < 0 ? Optional.empty() : Optional.of(new Traffic(bytes / 9, bytes)));
  }

  private static Reading reading(int seconds, int more) {
    List<Device> devices = new ArrayList<>();
    devices.add(
        device(
            "eth0", true, true, 2_600_000L * seconds, "192.168.1.20", "2001:db8::20", "fe80::1"));
    devices.add(device("any", true, true, 2_601_200L * seconds));
    devices.add(device("lo", true, true, 1_200L * seconds, "127.0.0.1", "::1"));
    devices.add(device("wlan0", true, false, 0));
    devices.add(device("tun0", false, true, 0, "10.8.0.2"));
    devices.add(device("br-4f1d2a9c07be", true, true, 83_000L * seconds, "172.18.0.1"));
    devices.add(device("bluetooth-monitor", true, true, -1));
    for (int i = 0; i < more; i++) {
      devices.add(device("veth" + i, true, true, 40L * i * seconds));
    }
    return new Reading(seconds * 1_000_000_000L, devices);
  }

  private static Command[] looks(int more) {
    return new Command[] {
      new Command.Surveyed(reading(1, more), true),
      new Command.Surveyed(reading(2, more), false),
      new Command.MoveDevice(5)
    };
  }

  @TestFactory
  Stream<DynamicTest> frames_are_as_recorded() {
    return Stream.of(
        frame("devices-120x35", Stage.office(120, 35).press(looks(0))),
        frame("devices-80x24", Stage.office(80, 24).press(looks(0))),
        frame("devices-40x10", Stage.office(40, 10).press(looks(0))),
        frame("devices-many-80x24", Stage.office(80, 24).press(looks(30))));
  }

  private static DynamicTest frame(String name, Stage stage) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          FramesTest.compare(name, stage.text());
          FramesTest.compare(name + "-styles", stage.styles());
        });
  }
}
