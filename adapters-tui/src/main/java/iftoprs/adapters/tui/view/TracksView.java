package iftoprs.adapters.tui.view;

import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.grid.Style;
import iftoprs.adapters.tui.theme.Theme;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Ink;
import iftoprs.domain.screen.Target;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.Track;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said of a colour, a line each: its place among all there are, between the keys that
 * move it.
 */
final class TracksView {

  /** Rows that it takes. */
  static final int ROWS = Track.values().length;

  private static final int TITLE = 11;
  private static final int KEY = 2;
  private static final int VALUE = 5;
  private static final int MIDDLE = 128;

  private TracksView() {}

  /**
   * Draws the tracks of a colour; where there is not room for all, that of the arrow keys comes
   * first, then the brightness.
   *
   * @param width columns, the lines take what titles and values leave
   * @param rows how many of them, up to {@link #ROWS}
   * @param pulls whether the pointer may move them
   */
  static void draw(
      Grid grid, Scene scene, int x, int y, int width, int rows, Ink ink, boolean pulls) {
    List<Track> wanted = new ArrayList<>(List.of(Track.values()));
    if (rows < ROWS) {
      wanted.removeIf(track -> track != Track.BRIGHTNESS && !track.isFollowedBy(ink));
    }
    for (int i = 0; i < Math.min(rows, wanted.size()); i++) {
      row(grid, scene, x, y + i, width, wanted.get(i), ink, pulls);
    }
  }

  private static void row(
      Grid grid, Scene scene, int x, int y, int width, Track track, Ink ink, boolean pulls) {
    Theme theme = scene.theme();
    boolean followed = track.isFollowedBy(ink);
    grid.text(x, y, TITLE, track.title(), Paint.popup(theme, theme.text()));
    int start = x + TITLE + KEY;
    int cells = width - TITLE - 2 * KEY - VALUE;
    grid.text(start - KEY, y, less(track, followed), Paint.popupBold(theme, theme.key()));
    grid.text(start + cells + 1, y, more(track, followed), Paint.popupBold(theme, theme.key()));
    int chosen = track.value(ink).isEmpty() ? -1 : track.cell(ink, cells);
    for (int cell = 0; cell < cells; cell++) {
      int rgb = track.rgb(ink, cell, cells);
      long style =
          cell == chosen ? Style.of(contrary(rgb), rgb) : Style.of(rgb, theme.popupBackground());
      grid.set(start + cell, y, cell == chosen ? '┃' : '█', style);
    }
    long style = Paint.popup(theme, followed ? theme.key() : theme.text());
    grid.textRight(x + width, y, track.value(ink), style);
    if (pulls) {
      take(scene.hits(), start, y, cells, track);
    }
  }

  private static void take(HitMap hits, int start, int y, int cells, Track track) {
    hits.add(start - KEY, y, 1, 1, going(track, -1));
    hits.add(start, y, cells, 1, new Target.Slider(track, start, cells));
    hits.add(start + cells + 1, y, 1, 1, going(track, 1));
  }

  private static Target going(Track track, int steps) {
    return new Target.Action(new Command.EditTheme(new ThemeEdit.Go(track, steps)));
  }

  /** The arrows go along the line of the number or of the hue, whichever the colour has. */
  private static String less(Track track, boolean followed) {
    return switch (track) {
      case NUMBER, HUE -> followed ? "←" : " ";
      case SATURATION -> "[";
      case BRIGHTNESS -> "-";
    };
  }

  private static String more(Track track, boolean followed) {
    return switch (track) {
      case NUMBER, HUE -> followed ? "→" : " ";
      case SATURATION -> "]";
      case BRIGHTNESS -> "+";
    };
  }

  /** Black on what is bright, white on what is dark, by weights of the eye in 1/256. */
  private static int contrary(int rgb) {
    int brightness = (54 * (rgb >> 16 & 0xFF) + 183 * (rgb >> 8 & 0xFF) + 19 * (rgb & 0xFF)) >> 8;
    return brightness < MIDDLE ? 0xFFFFFF : 0;
  }
}
