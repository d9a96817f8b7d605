package iftoprs.ports;

import java.io.IOException;

/** Takes a text that the user wants to paste elsewhere. Blocks; used by one thread at a time. */
@FunctionalInterface
public interface Clipboard {

  /**
   * Takes a text.
   *
   * @param text one line
   * @return what was done, as words that the text may follow after a colon
   * @throws IOException if nothing took it; the message is one line that says why
   */
  String copy(String text) throws IOException;
}
