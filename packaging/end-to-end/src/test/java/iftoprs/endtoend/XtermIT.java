package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real terminal with a real mouse: motion, buttons, wheel, and what is seen of them. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class XtermIT {

  private static final double SECOND = 1e9;
  private static final int BAR = Xterm.ROWS - 2;

  @TempDir Path folder;

  private Sandbox sandbox;
  private Xterm xterm;

  @BeforeEach
  void open() {
    for (String program : List.of("tmux", "Xvfb", "xterm", "xdotool", "import", "script")) {
      Needs.program(program);
    }
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    if (xterm != null) {
      xterm.close();
    }
    sandbox.close();
  }

  /** The column where a text stands in a row. */
  private int column(String text, int row) throws Exception {
    int column = xterm.screen().lines().get(row).indexOf(text);
    assertThat(column).as(text).isNotNegative();
    return column;
  }

  private void waitUntilGone(String text) throws Exception {
    xterm
        .screen()
        .waitUntil("no " + text, lines -> lines.stream().noneMatch(line -> line.contains(text)));
  }

  private BufferedImage picture(String name) throws Exception {
    Path target = Path.of("target", "xterm");
    Files.createDirectories(target);
    File file = target.resolve(name + ".png").toAbsolutePath().toFile();
    xterm.photograph(file.toPath());
    return ImageIO.read(file);
  }

  /** Which share of the pixels in cells of a row differ. */
  private double changed(BufferedImage before, BufferedImage after, int row, int from, int to) {
    int differing = 0;
    int all = 0;
    for (int x = xterm.pixelX(from); x < xterm.pixelX(to); x++) {
      for (int y = xterm.pixelY(row); y < xterm.pixelY(row + 1); y++) {
        differing += before.getRGB(x, y) == after.getRGB(x, y) ? 0 : 1;
        all++;
      }
    }
    return (double) differing / all;
  }

  @Test
  void motion_buttons_and_wheel_of_a_real_terminal_arrive_and_tooltips_are_seen() throws Exception {
    xterm = new Xterm(sandbox, Sandbox.LAUNCHER + " --demo");
    Pane screen = xterm.screen();
    screen.waitUntil(
        "flows", lines -> lines.stream().filter(line -> line.contains(" => ")).count() > 2);
    screen.waitUntil("the bar", lines -> lines.get(BAR).contains("Neon Sprawl"));
    xterm.key("P");
    screen.waitFor("PAUSED");

    xterm.move(column("demo", BAR), BAR);
    xterm.move(column("Neon Sprawl", BAR), BAR);
    long moved = System.nanoTime();
    BufferedImage before = picture("before");
    List<String> up = screen.waitUntil("a tooltip", XtermIT::hasTip);
    long shown = System.nanoTime();
    assertThat((shown - moved) / SECOND).isBetween(0.8, 6.0);
    assertTipIsSeen(up, before, picture("tooltip"));
    waitUntilGone("Colours");
    assertThat((System.nanoTime() - shown) / SECOND).isBetween(2.0, 8.0);

    xterm.move(20, 6);
    xterm.click(1);
    screen.waitUntil("a marked row", lines -> lines.stream().anyMatch(l -> l.startsWith("│▌")));
    xterm.click(3);
    screen.waitFor("F pins");
    picture("flow");
    xterm.move(100, 30);
    waitUntilGone("F pins");
    xterm.move(column("Neon Sprawl", BAR), BAR);
    xterm.click(1);
    screen.waitFor("Themes, 1 of");
    xterm.click(5);
    screen.waitFor("Themes, 2 of");
    xterm.key("Escape");
    waitUntilGone("Themes, ");
    xterm.key("q");
    screen.waitUntil("the end", lines -> lines.stream().noneMatch(l -> l.contains("IFTOPRS")));
  }

  private static boolean hasTip(List<String> lines) {
    return lines.stream().anyMatch(line -> line.contains("Colours"));
  }

  /** The box is another picture than what was there, and what is beside it stayed as it was. */
  private void assertTipIsSeen(List<String> lines, BufferedImage before, BufferedImage after) {
    for (int row = 0; row < lines.size(); row++) {
      if (lines.get(row).contains("Colours")) {
        int start = lines.get(row).indexOf("Colours");
        assertThat(changed(before, after, row, start, start + 20)).isGreaterThan(0.5);
        assertThat(changed(before, after, 5, 1, 60)).isLessThan(0.01);
        return;
      }
    }
    throw new AssertionError("no tooltip on\n" + String.join("\n", lines));
  }
}
