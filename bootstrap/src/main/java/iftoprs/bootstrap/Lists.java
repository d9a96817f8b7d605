package iftoprs.bootstrap;

import iftoprs.adapters.pcap.PcapCapture;
import iftoprs.adapters.pcap.SystemLinks;
import iftoprs.adapters.tui.ThemeTable;
import iftoprs.domain.screen.Settings;
import iftoprs.ports.CaptureException;
import java.io.IOException;

/** What can be chosen from, printed. */
final class Lists {

  private final Flags flags;
  private final Shell shell;
  private final StoredSettings stored;

  Lists(Flags flags, Shell shell, StoredSettings stored) {
    this.flags = flags;
    this.shell = shell;
    this.stored = stored;
  }

  ExitCode devices() throws CaptureException, IOException {
    shell.print(DeviceTable.of(new PcapCapture().devices(), SystemLinks::of));
    return ExitCode.OK;
  }

  /** With swatches on a terminal, with their numbers elsewhere. */
  ExitCode themes() throws IOException {
    Settings settings = Settings.of(stored.read().preferences());
    boolean colours = shell.colours() && !flags.noColours;
    shell.print(ThemeTable.of(settings.customThemes(), colours));
    return ExitCode.OK;
  }
}
