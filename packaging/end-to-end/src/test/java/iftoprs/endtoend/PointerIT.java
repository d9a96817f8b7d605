package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The mouse in a terminal, by the bytes that a terminal sends for it. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PointerIT {

  private static final int LEFT = 0;
  private static final int MIDDLE = 1;
  private static final int RIGHT = 2;
  private static final int MOVE = 35;
  private static final int WHEEL_DOWN = 65;
  private static final double SECOND = 1e9;

  @TempDir Path folder;

  private Sandbox sandbox;
  private Pane pane;

  @BeforeEach
  void open() {
    Needs.program("tmux");
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    sandbox.close();
  }

  private void start(int columns, int rows) throws Exception {
    pane = sandbox.pane("bash", columns, rows);
    pane.command("'" + Sandbox.LAUNCHER + "' --demo; echo \"status=$?\"");
    pane.waitUntil("flows", lines -> lines.stream().filter(PointerIT::isFlow).count() > 2);
  }

  private static boolean isFlow(String line) {
    return line.contains(" => ");
  }

  private void quit() throws Exception {
    pane.type("q");
    pane.waitFor("status=0");
  }

  /** A press and a release, or a move or a turn, at a cell counted from 0. */
  private void mouse(int code, int x, int y) throws Exception {
    String where = code + ";" + (x + 1) + ";" + (y + 1);
    pane.type("\u001b[<" + where + "M");
    if (code <= RIGHT) {
      pane.type("\u001b[<" + where + "m");
    }
  }

  /** The same where a text stands. */
  private void mouse(int code, String text) throws Exception {
    List<String> lines = pane.waitUntil(text, all -> all.stream().anyMatch(l -> l.contains(text)));
    for (int y = 0; y < lines.size(); y++) {
      if (lines.get(y).contains(text)) {
        mouse(code, lines.get(y).indexOf(text), y);
        return;
      }
    }
  }

  private void waitUntilGone(String text) throws Exception {
    pane.waitUntil("no " + text, lines -> lines.stream().noneMatch(line -> line.contains(text)));
  }

  private void waitForSelection() throws Exception {
    pane.waitUntil("a marked row", lines -> lines.stream().anyMatch(l -> l.startsWith("│▌")));
  }

  @Test
  void buttons_and_wheel_act_on_flows_columns_and_tabs() throws Exception {
    start(120, 35);
    mouse(LEFT, 20, 6);
    waitForSelection();
    mouse(WHEEL_DOWN, 20, 6);
    waitForSelection();
    mouse(MIDDLE, 20, 4);
    pane.waitFor("Pinned ★");
    mouse(LEFT, "DESTINATION");
    pane.waitFor("DESTINATION ▲");
    pane.type("1");
    pane.waitFor("2s▼");
    mouse(LEFT, " Processes ");
    pane.waitFor("[Processes]");
    mouse(LEFT, " Flows ");
    pane.waitFor("[Flows]");
    mouse(LEFT, "Neon Sprawl │");
    pane.waitFor("Themes, 1 of");
    mouse(WHEEL_DOWN, 60, 16);
    pane.waitFor("Themes, 2 of");
    mouse(LEFT, "Acid Rain");
    waitUntilGone("Themes, ");
    pane.waitFor("Acid Rain │");
    quit();
    assertThat(Files.readString(sandbox.file(".iftoprs.conf"))).contains("theme = \"AcidRain\"");
  }

  @Test
  void a_right_click_tells_all_about_a_flow_and_leaving_it_ends_that() throws Exception {
    start(120, 35);
    mouse(RIGHT, 20, 6);
    pane.waitFor("F pins");
    pane.waitUntil("a plot", all -> all.stream().anyMatch(l -> l.matches(".*Last \\d+ s .*┤.*")));
    mouse(MOVE, 21, 6);
    mouse(MOVE, 100, 33);
    waitUntilGone("F pins");
    pane.type(" ");
    pane.waitFor("F pins");
    mouse(MOVE, 40, 20);
    pane.key("Escape");
    waitUntilGone("F pins");
    quit();
  }

  @Test
  void a_pointer_at_rest_shows_a_tooltip_after_one_second_for_three() throws Exception {
    start(120, 35);
    mouse(MOVE, "│ demo │");
    mouse(MOVE, "Neon Sprawl │");
    long moved = System.nanoTime();
    pane.waitFor("Colours");
    long shown = System.nanoTime();
    assertThat((shown - moved) / SECOND).isBetween(0.8, 6.0);
    waitUntilGone("Colours");
    assertThat((System.nanoTime() - shown) / SECOND).isBetween(2.5, 8.0);
    pane.type("T");
    pane.waitFor("Hover tooltips: off");
    mouse(RIGHT, "Neon Sprawl │");
    pane.waitFor("Colours");
    quit();
    assertThat(Files.readString(sandbox.file(".iftoprs.conf"))).contains("hover_tooltips = false");
  }

  @Test
  void the_mouse_reaches_beyond_column_223() throws Exception {
    start(300, 60);
    mouse(LEFT, 290, 7);
    waitForSelection();
    mouse(LEFT, "? help");
    pane.waitFor("freeze the order");
    mouse(LEFT, 2, 5);
    waitUntilGone("freeze the order");
    quit();
  }

  @Test
  void the_editor_of_themes_is_clicked_and_pulled() throws Exception {
    start(120, 35);
    pane.type("C");
    pane.waitFor("Theme editor: Neon Sprawl");
    mouse(LEFT, "bars  ");
    pane.waitFor("▸ bars              99 ");
    mouse(WHEEL_DOWN, 60, 16);
    pane.waitFor("▸ bars              98 ");
    pane.type("\u001b[<0;48;18M");
    pane.waitFor("→   0°");
    pane.type("\u001b[<32;59;18M");
    pane.waitFor("→ 120°");
    pane.type("\u001b[<32;200;4M\u001b[<0;200;4m");
    pane.waitFor("→ 349°");
    mouse(LEFT, "Enter names and saves it");
    pane.waitFor("name: ");
    pane.type("Pulled");
    mouse(LEFT, "Enter saves");
    pane.waitFor("Theme saved: Pulled");
    quit();
    assertThat(Files.readString(sandbox.file(".iftoprs.conf"))).contains("[custom_themes.Pulled]");
  }

  @Test
  void the_bar_can_be_read_with_keys() throws Exception {
    start(80, 24);
    pane.type("?");
    pane.waitFor("Keys, page");
    pane.key("Tab");
    pane.waitFor("The bar at the foot: Program");
    pane.waitFor("Repository");
    pane.type("j");
    pane.waitFor("a capture file, played back");
    pane.key("Escape");
    waitUntilGone("The bar at the foot");
    quit();
  }
}
