package iftoprs.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A terminal with a shell in it, of which a test can read the screen: a tmux server of its own. */
final class Pane {

  /**
   * Whether applications get the mouse, the alternate screen is up, the cursor shows, lines wrap.
   */
  private static final String MODES =
      "#{mouse_any_flag} #{alternate_on} #{cursor_flag} #{wrap_flag}";

  static final String PROMPT = "ready>";

  private static final long PATIENCE_SECONDS = 20;

  private final Sandbox sandbox;
  private final String socket = "iftoprs-" + UUID.randomUUID();

  private final int columns;
  private final int rows;
  private boolean isOpen;

  Pane(Sandbox sandbox, int columns, int rows) {
    this.sandbox = sandbox;
    this.columns = columns;
    this.rows = rows;
  }

  /** Shows the terminal, with the prompt of a shell in it. */
  void open(String shell) throws IOException, InterruptedException {
    String plain = shell.equals("bash") ? " --norc --noprofile" : "";
    String command =
        "env PS1='" + PROMPT + " ' COLORTERM=truecolor ENV= HISTFILE= " + shell + plain + " -i";
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows, command);
    isOpen = true;
    waitFor(PROMPT);
  }

  /** Types a line, and Enter. */
  void command(String text) throws IOException, InterruptedException {
    type(text);
    key("Enter");
  }

  /** Sends characters as they are. */
  void type(String text) throws IOException, InterruptedException {
    tmux("send-keys", "-l", text);
  }

  /** Presses a key that tmux has a name for. */
  void key(String name) throws IOException, InterruptedException {
    tmux("send-keys", name);
  }

  void resize(int columns, int rows) throws IOException, InterruptedException {
    tmux("resize-window", "-x", "" + columns, "-y", "" + rows);
  }

  List<String> lines() throws IOException, InterruptedException {
    return tmux("capture-pane", "-p").lines().toList();
  }

  String modes() throws IOException, InterruptedException {
    return tmux("display-message", "-p", MODES).strip();
  }

  /** What the newest buffer of this tmux holds; empty without one. */
  String buffer() throws IOException, InterruptedException {
    return tmux("show-buffer");
  }

  /** Whether a program has rung the bell since the terminal was opened. */
  boolean bellRang() throws IOException, InterruptedException {
    return tmux("display-message", "-p", "#{window_bell_flag}").strip().equals("1");
  }

  /** Lets programs set the clipboard by escape sequence (OSC 52), as a terminal would. */
  void takeClipboard() throws IOException, InterruptedException {
    tmux("set-option", "-s", "set-clipboard", "on");
  }

  /** The program that the shell, or a command of it, has started. */
  ProcessHandle program() throws IOException, InterruptedException {
    return shell()
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("/bin/java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no program runs in the terminal"));
  }

  private ProcessHandle shell() throws IOException, InterruptedException {
    String pid = tmux("display-message", "-p", "#{pane_pid}").strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Waits for a text anywhere. */
  void waitFor(String text) throws IOException, InterruptedException {
    waitUntil("'" + text + "'", lines -> lines.stream().anyMatch(line -> line.contains(text)));
  }

  /** Waits until the shell has the screen again and asks for a command. */
  void waitForPrompt() throws IOException, InterruptedException {
    waitUntil(
        "the prompt",
        lines -> {
          List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
          return !written.isEmpty() && written.getLast().strip().equals(PROMPT);
        });
  }

  /** Waits until the terminal treats what is printed as it does for a shell. */
  void waitUntilCooked() throws IOException, InterruptedException {
    String tty = tmux("display-message", "-p", "#{pane_tty}").strip();
    Eventually.see(
        "a cooked terminal",
        () -> List.of(sandbox.run("stty", "-F", tty, "-a").out().split("\\s")),
        modes -> modes.contains("opost"));
  }

  /** Waits for a screen that is as described, and returns it. */
  List<String> waitUntil(String what, Predicate<List<String>> condition)
      throws IOException, InterruptedException {
    return Eventually.see(what, this::lines, condition);
  }

  /** Ends the shell and whatever runs in it. */
  void close() throws IOException, InterruptedException {
    if (!isOpen) {
      return;
    }
    List<ProcessHandle> ending = new ArrayList<>(shell().descendants().toList());
    ending.add(shell());
    tmux("kill-server");
    for (ProcessHandle each : ending) {
      each.destroy();
      each.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
  }

  private String tmux(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", socket));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = sandbox.builder(command).redirectErrorStream(true);
    builder.environment().remove("TMUX");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
