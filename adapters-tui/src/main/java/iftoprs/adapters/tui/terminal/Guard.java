package iftoprs.adapters.tui.terminal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Tells the launcher's sibling whether the terminal is ours, so that it can be put right after a
 * {@code kill -9} (ADR 10): a line {@code 1} when it is taken, {@code 0} when it is given back.
 *
 * <p>The environment variable {@value #VARIABLE} names the pipe; without it nothing is told. Used
 * under the session's lock.
 */
final class Guard {

  static final String VARIABLE = "IFTOPRS_GUARD";

  private final String pipe;

  private Guard(String pipe) {
    this.pipe = pipe;
  }

  static Guard of(Map<String, String> environment) {
    return new Guard(environment.getOrDefault(VARIABLE, ""));
  }

  void taken() {
    tell("1\n");
  }

  void givenBack() {
    tell("0\n");
  }

  private void tell(String line) {
    if (pipe.isEmpty()) {
      return;
    }
    // Opened for reading too: for writing alone it would wait for a sibling that is gone.
    try (RandomAccessFile out = new RandomAccessFile(pipe, "rw")) {
      out.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException unguarded) {
      // Whoever started us without the sibling has no pipe: the screen works all the same.
    }
  }
}
