package iftoprs.adapters.tui.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A real terminal with a shell in it, of which a test can read the screen: a private tmux server.
 */
final class TmuxTerminal {

  private static final long PATIENCE_NANOS = 15_000_000_000L;
  private static final long LOOK_EVERY_MILLIS = 50;

  private final String socket = "iftoprs-" + UUID.randomUUID();

  TmuxTerminal(int columns, int rows) throws IOException, InterruptedException {
    String shell =
        "env PS1='ready> ' TERM=tmux-256color COLORTERM=truecolor bash --norc --noprofile";
    tmux(
        List.of(
            "-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, shell));
    waitFor("ready>");
  }

  static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** Types a text, and Enter. */
  void command(String text) throws IOException, InterruptedException {
    type(text);
    tmux(List.of("send-keys", "Enter"));
  }

  /** Sends bytes as they are. */
  void type(String text) throws IOException, InterruptedException {
    tmux(List.of("send-keys", "-l", text));
  }

  void resize(int columns, int rows) throws IOException, InterruptedException {
    tmux(List.of("resize-window", "-x", "" + columns, "-y", "" + rows));
  }

  String screen() throws IOException, InterruptedException {
    return tmux(List.of("capture-pane", "-p", "-J"));
  }

  /** A variable of tmux's about this terminal. */
  String ask(String format) throws IOException, InterruptedException {
    return tmux(List.of("display-message", "-p", format)).strip();
  }

  void waitFor(String text) throws IOException, InterruptedException {
    waitUntil(screen -> screen.contains(text), text);
  }

  void waitUntil(Predicate<String> condition, String what)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String screen = screen();
    while (!condition.test(screen)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("never saw " + what + " on\n" + screen);
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      screen = screen();
    }
  }

  void kill() throws IOException, InterruptedException {
    tmux(List.of("kill-server"));
  }

  private String tmux(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
