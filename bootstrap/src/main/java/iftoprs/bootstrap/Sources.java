package iftoprs.bootstrap;

import iftoprs.adapters.pcap.CaptureInput;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.PcapCapture;
import iftoprs.adapters.pcap.ReplayCapture;
import iftoprs.bootstrap.log.CaptureEvents;
import iftoprs.bootstrap.log.EventLog;
import iftoprs.bootstrap.log.WatchedCapture;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Preferences;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where packets come from, as the command line says: a device, a file, or the demo. */
final class Sources {

  /** Name of the device among the preferences. */
  private static final String INTERFACE = "interface";

  private final Flags flags;
  private final Optional<EventLog> log;

  Sources(Flags flags, Optional<EventLog> log) {
    this.flags = flags;
    this.log = log;
  }

  WatchedCapture capture(Pace pace) throws CaptureException {
    return capture(flags.isLive() ? new PcapCapture() : replay(input(), pace));
  }

  WatchedCapture capture(Capture capture) {
    return new WatchedCapture(capture, log.isPresent() ? log.get() : CaptureEvents.IGNORED);
  }

  Capture replay(CaptureInput input, Pace pace) {
    ReplayCapture replay = new ReplayCapture(input, flags.pace.orElse(pace));
    boolean endless = flags.mode() == Flags.Mode.SCREEN || flags.isBounded();
    return flags.demo && endless ? replay.looping() : replay;
  }

  CaptureInput input() throws CaptureException {
    if (flags.demo) {
      return Demo.input();
    }
    String file = flags.file.orElseThrow();
    try {
      return file.equals("-") ? CaptureInput.standardInput() : CaptureInput.of(Path.of(file));
    } catch (InvalidPathException e) {
      throw new CaptureException(
          CaptureException.Reason.BAD_FILE,
          file + ": no file name in this locale; try with LC_ALL=C.UTF-8",
          e);
    }
  }

  /** The device that the command line names, else the one that was chosen earlier. */
  CaptureOptions options(Preferences preferences) {
    Optional<String> device = flags.device;
    if (device.isEmpty()
        && preferences.values().get(INTERFACE) instanceof Preferences.Text(String chosen)
        && !chosen.isEmpty()) {
      device = Optional.of(chosen);
    }
    return new CaptureOptions(
        device,
        flags.filter,
        CaptureOptions.DEFAULT_SNAP_LENGTH,
        flags.promiscuous,
        gatherMillis());
  }

  /** A report tells no owners; on the screen they can be switched on. */
  private int gatherMillis() {
    return switch (flags.mode()) {
      case SCREEN -> CaptureOptions.GATHER_FOR_OWNERS;
      case REPORT, DEVICES, THEMES -> CaptureOptions.GATHER_FOR_SUMS;
      case STREAM ->
          flags.noProcesses ? CaptureOptions.GATHER_FOR_FIGURES : CaptureOptions.GATHER_FOR_OWNERS;
    };
  }
}
