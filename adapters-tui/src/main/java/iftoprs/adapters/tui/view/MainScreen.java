package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Boxes;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.DeviceChoice;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Listing;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.ThemeEditor;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.View;

/**
 * The whole screen.
 *
 * <pre>
 * ╭──────────────────── ▶▶▶ IFTOPRS ◀◀◀ ────────────────────╮
 * │     10b        1kb        100kb        10Mb         1Gb │  ScaleView
 * │└────┴───────────┴────────────┴───────────┴─────────────┘│
 * │ SOURCE        DESTINATION   PROTO PROCESS  TOTAL  2s▼ … │  ColumnHeader
 * │ nas.lan:51544 =&gt; mirror:https TCP 4312:curl  48MB  12Mb … │  FlowRows or GroupRows, Bars
 * │               &lt;=                              2GB  40Mb … │
 * │── link, last 04:00 ─────────────────────────────────────│  LinkPlot, where flows leave room
 * ├─[Flows] Processes ────────────────────────── 44 flows ──┤  Separator, PromptView
 * │ TX    cum 1.10GB  peak 480.03Mb  ▁▂▃▅▇█▇▅▃▂▁   307.69Mb │  TotalsView
 * │ IFTOPRS │ eth0 │ 44 flows │ 14:03:27 │ 2s↓ │ … │ ? help │  HeaderBar
 * ╰─────────────────────────────────────────────────────────╯
 * </pre>
 */
public final class MainScreen {

  private MainScreen() {}

  /**
   * Draws a frame.
   *
   * @param grid what to draw on; its size is the terminal's
   * @param state what the user has chosen
   * @param list what is listed, in display order
   * @param newest the newest snapshot
   * @param theme colours
   * @param moment what else is shown of this moment
   * @return what the pointer finds in which cell
   */
  public static HitMap draw(
      Grid grid, ScreenState state, Listing list, Snapshot newest, Theme theme, Moment moment) {
    grid.clear(Paint.on(theme, theme.text()));
    if (Layout.isTooSmall(state)) {
      tooSmall(grid, theme);
      return HitMap.empty();
    }
    Scene scene = Scene.of(state, list, newest, theme, moment);
    border(grid, scene);
    ScaleView.draw(grid, scene);
    ColumnHeader.draw(grid, scene);
    if (list.size() == 0) {
      EmptyView.draw(grid, scene);
      LinkPlot.draw(grid, scene, scene.layout().flows().top() + scene.layout().flows().rows() / 2);
    } else {
      LinkPlot.draw(grid, scene, rows(grid, scene));
    }
    Separator.draw(grid, scene);
    TotalsView.draw(grid, scene);
    HeaderBar.draw(grid, scene);
    overlay(grid, scene);
    TipView.draw(grid, scene);
    return scene.hits();
  }

  /** Draws the list; returns the row behind the last. */
  private static int rows(Grid grid, Scene scene) {
    return switch (scene.state().place().view()) {
      case View.Flows flows -> FlowRows.draw(grid, scene);
      case View.FlowsOf flows -> FlowRows.draw(grid, scene);
      case View.Groups groups -> GroupRows.draw(grid, scene);
    };
  }

  private static void border(Grid grid, Scene scene) {
    if (!scene.settings().is(Toggle.BORDER)) {
      return;
    }
    Theme theme = scene.theme();
    boolean paused = scene.state().paused().isPresent();
    boolean alarm = scene.state().alarm().isLit();
    int frame = alarm ? theme.alert() : theme.border();
    Boxes.rounded(grid, 0, 0, grid.width(), grid.height(), Paint.on(theme, frame));
    String title = paused ? "⏸ IFTOPRS, PAUSED" : "▶▶▶ IFTOPRS ◀◀◀";
    int colour = paused || alarm ? theme.alert() : theme.source();
    Boxes.title(grid, 0, 0, grid.width(), title, Paint.bold(theme, colour));
  }

  private static void overlay(Grid grid, Scene scene) {
    switch (scene.state().overlay()) {
      case Overlay.None none -> {
        // Nothing lies over the flows.
      }
      case Overlay.FilterPrompt prompt -> {
        // The separator has drawn it.
      }
      case Overlay.DeviceChooser(DeviceChoice choice) -> DevicesView.draw(grid, scene, choice);
      case Overlay.Alerts alerts -> AlertsView.draw(grid, scene, alerts.first());
      case Overlay.Help help -> HelpView.draw(grid, scene, help.page());
      case Overlay.Editor(ThemeEditor editor) -> ThemeEditorView.draw(grid, scene, editor);
      case Overlay.ThemeChooser chooser -> ThemesView.draw(grid, scene);
      case Overlay.Segments segments -> SegmentsView.draw(grid, scene, segments);
    }
  }

  private static void tooSmall(Grid grid, Theme theme) {
    String text = "needs " + Layout.MIN_COLUMNS + "×" + Layout.MIN_ROWS;
    grid.text(0, grid.height() / 2, text, Paint.on(theme, theme.text()));
  }
}
