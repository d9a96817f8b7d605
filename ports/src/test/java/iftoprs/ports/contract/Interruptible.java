package iftoprs.ports.contract;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that hear an interrupt although the build does not: a shell without job control starts
 * what it runs in the background with SIGINT ignored, and that is inherited.
 */
public final class Interruptible {

  private static final List<String> PREFIX = List.of("env", "--default-signal=INT");
  private static final boolean KNOWN = knowsPrefix();

  private Interruptible() {}

  /** The same command, by {@code env} of GNU where there is one; the process keeps its number. */
  public static List<String> command(List<String> command) {
    return KNOWN ? Stream.concat(PREFIX.stream(), command.stream()).toList() : command;
  }

  private static boolean knowsPrefix() {
    try {
      List<String> nothing = Stream.concat(PREFIX.stream(), Stream.of("true")).toList();
      return new ProcessBuilder(nothing).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
