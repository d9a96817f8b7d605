package iftoprs.adapters.tui.grid;

/** The terminal's current colours and attributes, and the shortest way to other ones. */
final class Pen {

  private static final int[] CODES = {1, 2, 3, 4, 7, 9};
  private static final int WEIGHT = Style.BOLD | Style.DIM;

  private final ByteSink sink;
  private final ColourMode mode;
  private long current = Style.PLAIN;
  private boolean open;

  Pen(ByteSink sink, ColourMode mode) {
    this.sink = sink;
    this.mode = mode;
  }

  long current() {
    return current;
  }

  /** Puts the terminal into a known state. */
  void reset() {
    sink.control();
    sink.ascii('m');
    current = Style.PLAIN;
  }

  /** A blank needs the right background; letters' colours can stay as they are. */
  void changeForBlank(long style) {
    long lasting = Style.attributes(current) & ~Style.VISIBLE_ON_BLANK;
    long wanted = Style.withBackground(current, Style.background(style));
    change(Style.withAttributes(wanted, (int) lasting));
  }

  void change(long style) {
    if (style == current) {
      return;
    }
    if (style == Style.PLAIN) {
      reset();
      return;
    }
    open = false;
    changeAttributes(Style.attributes(current), Style.attributes(style));
    changeColour(Style.foreground(current), Style.foreground(style), 38);
    changeColour(Style.background(current), Style.background(style), 48);
    sink.ascii('m');
    current = style;
  }

  private void changeAttributes(int from, int to) {
    int lost = from & ~to;
    int gained = to & ~from;
    if ((lost & WEIGHT) != 0) {
      code(22);
      gained |= to & WEIGHT;
    }
    for (int bit = 2; bit < CODES.length; bit++) {
      if ((lost & 1 << bit) != 0) {
        code(20 + CODES[bit]);
      }
    }
    for (int bit = 0; bit < CODES.length; bit++) {
      if ((gained & 1 << bit) != 0) {
        code(CODES[bit]);
      }
    }
  }

  private void changeColour(int from, int to, int layer) {
    if (from == to) {
      return;
    }
    if (to == Style.DEFAULT) {
      code(layer + 1);
      return;
    }
    switch (mode) {
      case TRUECOLOUR -> trueColour(to, layer);
      case INDEXED -> indexed(to, layer);
      case BASIC -> code(to < 8 ? layer - 8 + to : layer + 52 + to - 8);
      case NONE -> throw new IllegalStateException("a colour without colours");
    }
  }

  /** A colour that xterm has in its palette is sent by its number, which is half as long. */
  private void trueColour(int rgb, int layer) {
    int index = XtermPalette.exact(rgb);
    if (index >= 0) {
      indexed(index, layer);
      return;
    }
    code(layer);
    code(2);
    code(rgb >> 16);
    code(rgb >> 8 & 0xFF);
    code(rgb & 0xFF);
  }

  private void indexed(int index, int layer) {
    code(layer);
    code(5);
    code(index);
  }

  private void code(int number) {
    if (open) {
      sink.ascii(';');
    } else {
      sink.control();
      open = true;
    }
    sink.number(number);
  }
}
