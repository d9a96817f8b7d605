package iftoprs.adapters.tui.grid;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws at random onto grids: text with wide and combining characters, bars, boxes. */
final class RandomFrames {

  static final int BACKGROUND = 0x07070F;

  private static final List<String> TEXTS =
      List.of(
          "nas.lan:51544",
          "日本語テキスト.example",
          "e\u0301a\u0308\u0301n\u0303",
          "한국 ⇒ 서울",
          "😀👩\u200D💻🇩🇪👍\uD83C\uDFFD",
          "▁▂▃▅▇█",
          "a\u202Eb\u0007c\u001B[31m",
          "           ",
          "12.34Mb");
  private static final int[] COLOURS = {
    BACKGROUND, 0x00FF87, 0x875FFF, 0x102030, 0xFFFFFF, 0x000000, 0x5F87AF, Style.DEFAULT,
  };

  private final RandomGenerator random;

  RandomFrames(RandomGenerator random) {
    this.random = random;
  }

  void draw(Grid grid, int strokes) {
    for (int i = 0; i < strokes; i++) {
      int x = random.nextInt(-5, grid.width() + 3);
      int y = random.nextInt(-2, grid.height() + 2);
      int columns = random.nextInt(0, 20);
      switch (random.nextInt(8)) {
        case 0 -> grid.fill(x, y, columns, random.nextInt(4), style());
        case 1 -> grid.tint(x, y, columns, colour());
        case 2 -> Boxes.rounded(grid, x, y, columns, random.nextInt(6), style());
        case 3 -> grid.clip(x, y, columns, random.nextInt(8));
        case 4 -> grid.unclip();
        case 5 -> grid.emphasise(x, y, columns, random.nextInt(64));
        case 6 -> grid.set(x, y, random.nextBoolean() ? '界' : 'x', style());
        default -> grid.text(x, y, TEXTS.get(random.nextInt(TEXTS.size())), style());
      }
    }
  }

  long style() {
    int attributes = random.nextInt(3) == 0 ? random.nextInt(64) : 0;
    return Style.of(colour(), colour(), attributes);
  }

  private int colour() {
    return COLOURS[random.nextInt(COLOURS.length)];
  }
}
