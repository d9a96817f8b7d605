package iftoprs.adapters.packages;

import java.io.IOException;
import java.util.List;

/** Runs a command; real ones are {@link Command}. */
@FunctionalInterface
interface Tool {

  /**
   * What a command printed.
   *
   * @param status its exit status
   * @param text its standard output and error, in the order it wrote them
   */
  record Output(int status, String text) {

    List<String> lines() {
      return text.lines().toList();
    }
  }

  /** Runs the program with these arguments to its end. */
  Output run(List<String> arguments) throws IOException;
}
