package iftoprs.adapters.tui.grid;

import iftoprs.adapters.tui.theme.Theme;
import iftoprs.adapters.tui.theme.Themes;
import java.util.Random;

/**
 * The load by which the diff is measured: a screen of 200x60 like the program's own, with 60 rows
 * of names, gradient bars and numbers, where 5 % of the cells change from frame to frame.
 */
final class DiffMeasurement {

  private static final int WIDTH = 200;
  private static final int HEIGHT = 60;
  private static final int CHANGED = WIDTH * HEIGHT / 20;
  private static final int FRAMES = 200;
  private static final int[] FIELDS = {120, 136, 150, 164, 178};
  private static final int FIELD_WIDTH = 7;

  private final Theme theme = Themes.standard();
  private final int[] colours = {
    theme.source(),
    theme.destination(),
    theme.rate2(),
    theme.rate10(),
    theme.rate40(),
    theme.process(),
    theme.text(),
    theme.dim(),
  };
  private final Random random = new Random(42);
  private final Grid grid = new Grid(WIDTH, HEIGHT);
  private final DiffWriter diff;

  DiffMeasurement(ColourMode mode) {
    diff = new DiffWriter(mode);
    grid.clear(Style.of(theme.text(), theme.background()));
    for (int y = 0; y < HEIGHT; y++) {
      grid.text(2, y, "192.168.1.10:44236", Style.of(theme.source(), theme.background()));
      grid.text(
          40, y, "mirror.example.org:https", Style.of(theme.destination(), theme.background()));
      grid.text(90, y, "4312:firefox", Style.of(theme.process(), theme.background()));
      int length = WIDTH - y * 3;
      for (int x = 0; x < length; x++) {
        grid.tint(x, y, 1, theme.bar(x / 8, WIDTH / 8));
      }
    }
  }

  record Result(int bytesPerFrame, int firstFrame) {}

  /** Changes in fields of numbers, as the program makes them. */
  static Result rows() {
    DiffMeasurement measurement = new DiffMeasurement(ColourMode.TRUECOLOUR);
    int first = measurement.encode();
    long bytes = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      measurement.changeFields();
      bytes += measurement.encode();
    }
    return new Result((int) (bytes / FRAMES), first);
  }

  /** Changes of single cells anywhere, each in a colour of its own: the worst case. */
  static Result scattered() {
    DiffMeasurement measurement = new DiffMeasurement(ColourMode.TRUECOLOUR);
    int first = measurement.encode();
    long bytes = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      measurement.changeAnywhere();
      bytes += measurement.encode();
    }
    return new Result((int) (bytes / FRAMES), first);
  }

  int encode() {
    return diff.encode(grid);
  }

  /** Redraws digits of number fields until 5 % of all cells have another digit. */
  void changeFields() {
    int changed = 0;
    while (changed < CHANGED) {
      int y = random.nextInt(HEIGHT);
      int field = random.nextInt(FIELDS.length);
      int foreground = colours[field];
      for (int i = 0; i < FIELD_WIDTH; i++) {
        int x = FIELDS[field] + i;
        int background = Style.background(grid.styleAt(x, y));
        grid.set(x, y, '0' + random.nextInt(10), Style.of(foreground, background));
      }
      changed += FIELD_WIDTH;
    }
  }

  private void changeAnywhere() {
    for (int i = 0; i < CHANGED; i++) {
      int x = random.nextInt(WIDTH);
      int y = random.nextInt(HEIGHT);
      int background = Style.background(grid.styleAt(x, y));
      int foreground = colours[random.nextInt(colours.length)];
      grid.set(x, y, 'a' + random.nextInt(26), Style.of(foreground, background));
    }
  }
}
