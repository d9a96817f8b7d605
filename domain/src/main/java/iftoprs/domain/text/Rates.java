package iftoprs.domain.text;

/**
 * Writes rates and totals in decimal units: {@code 12.63Mb}, {@code 702.72kb}, {@code 656b}.
 *
 * <p>One format for everything: two decimals and a unit of two letters, or a bare number below a
 * thousand. Lower-case {@code b} are bits, upper-case {@code B} bytes. Values are rounded before
 * the unit is chosen, so {@code 1000.00kb} never appears. {@link #aligned} puts the decimal points
 * of a column below each other. Marks of a scale are round and written shorter ({@link #rounded}).
 */
public enum Rates {
  /** Bits per second. */
  BITS(8, "b", "kb", "Mb", "Gb", "Tb", "Pb", "Eb"),
  /** Bytes per second; with it totals are written, too. */
  BYTES(1, "B", "KB", "MB", "GB", "TB", "PB", "EB");

  /** Columns of every {@link #aligned} text. */
  public static final int WIDTH = 8;

  private static final int WHOLE_DIGITS = 3;
  private static final String BLANKS = " ".repeat(WIDTH);

  private final int perByte;
  private final String[] units;

  Rates(int perByte, String... units) {
    this.perByte = perByte;
    this.units = units;
  }

  /** How many of these make a byte: 8 or 1. */
  public int perByte() {
    return perByte;
  }

  /** The unit of a rate for a heading: {@code bit/s} or {@code byte/s}. */
  public String perSecond() {
    return this == BITS ? "bit/s" : "byte/s";
  }

  /**
   * Writes a figure as short as possible.
   *
   * @param bytes bytes, or bytes per second; less than 0 counts as 0
   * @return at most {@value #WIDTH} characters
   */
  public String text(long bytes) {
    StringBuilder text = new StringBuilder(WIDTH);
    append(text, bytes);
    return text.toString();
  }

  /**
   * Writes a figure in {@value #WIDTH} columns: the digit before the decimal point is always the
   * third character.
   *
   * @param bytes bytes, or bytes per second; less than 0 counts as 0
   * @return exactly {@value #WIDTH} characters
   */
  public String aligned(long bytes) {
    StringBuilder text = new StringBuilder(WIDTH + WHOLE_DIGITS);
    append(text, bytes);
    int whole = 0;
    while (Character.isDigit(text.charAt(whole))) {
      whole++;
    }
    text.insert(0, BLANKS, 0, WHOLE_DIGITS - whole);
    return text.append(BLANKS, text.length(), WIDTH).toString();
  }

  /**
   * Writes a mark of a scale: at most one decimal, none where it would be a zero.
   *
   * @param value in this unit, such as bits per second; 0 or more
   * @return such as {@code 100kb} or {@code 2.5Mb}
   */
  public String rounded(double value) {
    double rest = value;
    int unit = 0;
    while (rest >= 999.95 && unit < units.length - 1) {
      rest /= 1000;
      unit++;
    }
    double tenths = Math.round(rest * 10) / 10.0;
    boolean whole = tenths == Math.rint(tenths);
    return (whole ? Long.toString((long) tenths) : Double.toString(tenths)) + units[unit];
  }

  private void append(StringBuilder text, long bytes) {
    long value = Math.clamp(bytes, 0, Long.MAX_VALUE / perByte) * perByte;
    if (value < 1000) {
      text.append(value).append(units[0]);
      return;
    }
    int unit = 1;
    long size = 1000;
    while (unit < units.length - 1 && hundredths(value, size) >= 100_000) {
      size *= 1000;
      unit++;
    }
    long rounded = hundredths(value, size);
    text.append(rounded / 100).append('.');
    text.append((char) ('0' + rounded / 10 % 10)).append((char) ('0' + rounded % 10));
    text.append(units[unit]);
  }

  /** Rounds half up; a size is a power of 1000, so its hundredth is whole. */
  private static long hundredths(long value, long size) {
    long hundredth = size / 100;
    return value / hundredth + (value % hundredth * 2 >= hundredth ? 1 : 0);
  }
}
