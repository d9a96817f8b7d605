package iftoprs.adapters.tui;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.ExportForm;
import java.io.IOException;
import java.nio.file.Path;

/** Writes figures into a file of the user's. Blocks; used by one thread at a time. */
@FunctionalInterface
public interface Exporter {

  /**
   * Replaces what was exported before in this form.
   *
   * @param form in which form
   * @param snapshot the figures
   * @return the file
   * @throws IOException if it cannot be written; the message is one line that names it
   */
  Path export(ExportForm form, Snapshot snapshot) throws IOException;
}
