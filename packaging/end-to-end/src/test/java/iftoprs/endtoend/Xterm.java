package iftoprs.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A real xterm on a display of its own, with a program in it; a {@link Pane} mirrors what the
 * program writes, so that a test can read it.
 */
final class Xterm {

  static final int COLUMNS = 120;
  static final int ROWS = 35;

  private static final String TITLE = "under-test";
  private static final String WRITTEN = "written";

  private final Sandbox sandbox;
  private final Pane mirror;
  private final Process server;
  private final Process terminal;
  private final String display;
  private final int width;
  private final int height;

  Xterm(Sandbox sandbox, String program) throws IOException, InterruptedException {
    this.sandbox = sandbox;
    server =
        sandbox.start(
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"));
    display = ":" + server.inputReader().readLine().strip();
    Files.createFile(sandbox.file(WRITTEN));
    mirror = sandbox.pane("bash", COLUMNS, ROWS);
    mirror.command("stty -echo; clear; tail -c +1 -f " + WRITTEN);
    ProcessBuilder xterm =
        sandbox.builder(
            List.of(
                "xterm",
                "-title",
                TITLE,
                "-geometry",
                COLUMNS + "x" + ROWS + "+0+0",
                "-fa",
                "DejaVu Sans Mono",
                "-fs",
                "9",
                "-b",
                "0",
                "-bw",
                "0",
                "+sb",
                "-u8",
                "-tn",
                "xterm-256color",
                "-e",
                "script -qfc 'env COLORTERM=truecolor " + program + "' " + WRITTEN));
    xterm.environment().put("DISPLAY", display);
    terminal = sandbox.start(xterm);
    String geometry =
        tool("xdotool", "search", "--sync", "--name", TITLE, "getwindowgeometry", "--shell");
    width = number(geometry, "WIDTH");
    height = number(geometry, "HEIGHT");
  }

  private static int number(String geometry, String name) {
    return geometry
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .mapToInt(line -> Integer.parseInt(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + geometry));
  }

  /** What the program has written, as a screen. */
  Pane screen() {
    return mirror;
  }

  /** Columns of the picture from the left edge to a cell. */
  int pixelX(int column) {
    return (2 * column + 1) * width / (2 * COLUMNS);
  }

  /** Rows of the picture from the upper edge to a cell. */
  int pixelY(int row) {
    return (2 * row + 1) * height / (2 * ROWS);
  }

  void move(int column, int row) throws IOException, InterruptedException {
    tool("xdotool", "mousemove", "" + pixelX(column), "" + pixelY(row));
  }

  /** Presses a button of the mouse, and lets it go: 1 to 3, or 4 and 5 for the wheel. */
  void click(int button) throws IOException, InterruptedException {
    tool("xdotool", "click", "" + button);
  }

  void key(String name) throws IOException, InterruptedException {
    tool("xdotool", "key", name);
  }

  /** Takes a picture of the display. */
  void photograph(Path file) throws IOException, InterruptedException {
    tool("import", "-window", "root", file.toString());
  }

  private String tool(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = sandbox.builder(List.of(command));
    builder.environment().put("DISPLAY", display);
    Run run = sandbox.finish(builder);
    if (run.status() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + run.err());
    }
    return run.out();
  }

  /** Ends what runs in the terminal, which would outlive it, and the display. */
  void close() throws IOException, InterruptedException {
    terminal.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroy();
    Sandbox.waitFor(server);
  }
}
