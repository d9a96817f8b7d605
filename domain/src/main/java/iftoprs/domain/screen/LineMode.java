package iftoprs.domain.screen;

import iftoprs.domain.flow.Side;

/** How many lines a flow takes and which of its traffic it shows. */
public enum LineMode {
  /** A line for what was sent and one for what was received. */
  TWO_LINES("TwoLine", "sent and received, two lines", 2, Side.BOTH),
  /** One line with the sum. */
  ONE_LINE("OneLine", "sent + received, one line", 1, Side.BOTH),
  /** One line, only what was sent. */
  SENT("SentOnly", "sent only", 1, Side.SENT),
  /** One line, only what was received. */
  RECEIVED("RecvOnly", "received only", 1, Side.RECEIVED);

  private final String spelling;
  private final String label;
  private final int lines;
  private final Side side;

  LineMode(String spelling, String label, int lines, Side side) {
    this.spelling = spelling;
    this.label = label;
    this.lines = lines;
    this.side = side;
  }

  /** As it is written among the preferences. */
  public String spelling() {
    return spelling;
  }

  /** What it shows, for messages. */
  public String label() {
    return label;
  }

  /** Rows of a flow. */
  public int lines() {
    return lines;
  }

  /** Which traffic decides the order. */
  public Side side() {
    return side;
  }

  /** The mode that the key switches to. */
  LineMode next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
