package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.TipText;
import iftoprs.domain.text.Rates;
import iftoprs.domain.text.Sparkline;
import iftoprs.domain.text.Times;
import java.util.ArrayList;
import java.util.List;

/** The lines of a tooltip, broken to a width. */
final class TipLines {

  private static final int LONGEST_VALUE = 56;
  private static final int LEAST_VALUE = 20;
  private static final int CELL = Rates.WIDTH + 1;
  private static final long SECOND = 1_000_000_000L;
  private static final int LEVELS = 8;

  /** Draws one row of the screen at its left end. */
  private interface Stroke {
    void draw(Grid grid, Scene scene, int x, int y);
  }

  /**
   * A row of the screen.
   *
   * @param width columns that it takes
   * @param stroke draws it
   */
  private record Drawn(int width, Stroke stroke) {}

  private final List<Drawn> rows = new ArrayList<>();
  private final int room;
  private final int label;

  private TipLines(TipText text, int room) {
    this.room = room;
    int longest = 0;
    for (TipText.Line line : text.lines()) {
      longest = Math.max(longest, DisplayWidth.of(label(line)));
    }
    this.label = longest == 0 ? 0 : Math.min(longest + 2, room - LEAST_VALUE);
    text.lines().forEach(this::add);
  }

  static TipLines of(TipText text, int room) {
    return new TipLines(text, room);
  }

  int size() {
    return rows.size();
  }

  int width() {
    return rows.stream().mapToInt(Drawn::width).max().orElse(0);
  }

  void draw(Grid grid, Scene scene, int x, int y, int first, int count) {
    for (int i = 0; i < count && first + i < rows.size(); i++) {
      rows.get(first + i).stroke().draw(grid, scene, x, y + i);
    }
  }

  private static String label(TipText.Line line) {
    return switch (line) {
      case TipText.Fact fact -> fact.label();
      case TipText.Warning warning -> warning.label();
      case TipText.Figures figures -> figures.label();
      case TipText.Swatches swatches -> swatches.label();
      case TipText.Plot plot -> "";
      case TipText.Hint hint -> "";
      case TipText.Gap gap -> "";
    };
  }

  private void add(TipText.Line line) {
    switch (line) {
      case TipText.Fact fact -> fact(fact.label(), fact.value(), false);
      case TipText.Warning warning -> fact(warning.label(), warning.value(), true);
      case TipText.Figures figures -> figures(figures);
      case TipText.Plot plot -> plot(plot);
      case TipText.Swatches swatches -> swatches(swatches);
      case TipText.Hint hint ->
          Wrapping.lines(hint.text(), room)
              .forEach(
                  text ->
                      row(
                          DisplayWidth.of(text),
                          (grid, scene, x, y) -> dim(grid, scene, x, y, text)));
      case TipText.Gap gap -> row(0, (grid, scene, x, y) -> {});
    }
  }

  private void row(int width, Stroke stroke) {
    rows.add(new Drawn(width, stroke));
  }

  private static void dim(Grid grid, Scene scene, int x, int y, String text) {
    grid.text(x, y, text, Paint.popup(scene.theme(), scene.theme().dim()));
  }

  private void fact(String name, String value, boolean warns) {
    String shown = name;
    for (String part : Wrapping.lines(value, Math.min(LONGEST_VALUE, room - label))) {
      String head = shown;
      row(
          label + DisplayWidth.of(part),
          (grid, scene, x, y) -> {
            Theme theme = scene.theme();
            dim(grid, scene, x, y, head);
            int colour = warns ? theme.alert() : theme.text();
            grid.text(x + label, y, part, Paint.popup(theme, colour));
          });
      shown = "";
    }
  }

  /** The cells stand at the right ends of their columns, except those with a decimal point. */
  private void figures(TipText.Figures figures) {
    int cells = figures.cells().size();
    int start = Math.min(label, room - cells * CELL + 1);
    row(
        start + cells * CELL - 1,
        (grid, scene, x, y) -> {
          dim(grid, scene, x, y, figures.label());
          for (int i = 0; i < cells; i++) {
            int end = x + start + i * CELL + Rates.WIDTH;
            Theme theme = scene.theme();
            int colour = figures.heading() ? theme.dim() : colour(theme, i, cells);
            grid.textRight(end, y, figures.cells().get(i), Paint.popup(theme, colour));
          }
        });
  }

  private static int colour(Theme theme, int column, int columns) {
    if (columns < 3 || column > 2) {
      return theme.text();
    }
    return column == 0 ? theme.rate2() : column == 1 ? theme.rate10() : theme.rate40();
  }

  /** Two rows of blocks with the peak and nothing at their left. */
  private void plot(TipText.Plot plot) {
    if (plot.samples().length == 0) {
      fact("History", "begins with the next tick", false);
      return;
    }
    int axis = Rates.WIDTH + 1;
    boolean labelled = label + axis + plot.most() <= room;
    int left = labelled ? label : 0;
    int width = Math.min(plot.most(), room - left - axis);
    long peak = Sparkline.peak(plot.samples(), width);
    int shown = Math.min(width, plot.samples().length);
    String span = "Last " + Times.duration(shown * SECOND * plot.secondsEach());
    if (!labelled) {
      row(DisplayWidth.of(span), (grid, scene, x, y) -> dim(grid, scene, x, y, span));
    }
    for (int part = 1; part >= 0; part--) {
      int level = part;
      row(
          left + axis + width,
          (grid, scene, x, y) -> {
            Theme theme = scene.theme();
            if (labelled && level == 1) {
              dim(grid, scene, x, y, span);
            }
            int end = x + left + axis - 1;
            String mark = level == 1 ? scene.rates().text(peak) : "0";
            grid.textRight(end, y, mark, Paint.popup(theme, theme.scale()));
            grid.text(end, y, level == 1 ? "┤" : "┴", Paint.popup(theme, theme.popupBorder()));
            blocks(grid, theme, end + 1, y, plot.samples(), width, peak, level);
          });
    }
  }

  private static void blocks(
      Grid grid, Theme theme, int x, int y, long[] samples, int width, long peak, int level) {
    long style = Paint.popup(theme, theme.peak());
    for (int column = 0; column < width; column++) {
      int at = samples.length - width + column;
      if (at < 0 || samples[at] <= 0) {
        continue;
      }
      int eighths = Math.max(1, (int) Math.round(2.0 * LEVELS * samples[at] / Math.max(1, peak)));
      int here = Math.clamp(eighths - (long) level * LEVELS, 0, LEVELS);
      if (here > 0) {
        grid.set(x + column, y, '▁' + here - 1, style);
      }
    }
  }

  private void swatches(TipText.Swatches swatches) {
    row(
        label + 6 * 3,
        (grid, scene, x, y) -> {
          Theme theme = scene.theme();
          dim(grid, scene, x, y, swatches.label());
          int at = x + label;
          for (int colour : ThemesView.samples(theme)) {
            at += grid.text(at, y, "██", Style.of(colour, theme.popupBackground())) + 1;
          }
        });
  }
}
