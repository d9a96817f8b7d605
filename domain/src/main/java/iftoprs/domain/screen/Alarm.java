package iftoprs.domain.screen;

/**
 * How the screen rings for alerts.
 *
 * @param heard number of the newest alert that was told
 * @param blinks how many half periods of blinking are left
 */
public record Alarm(long heard, int blinks) {

  /** Half periods of one alarm: lit four times and dark three times. */
  static final int BLINKS = 7;

  /** Nothing was told yet. */
  public static final Alarm SILENT = new Alarm(0, 0);

  /** Whether the border is lit right now. */
  public boolean isLit() {
    return blinks % 2 == 1;
  }

  Alarm next() {
    return new Alarm(heard, Math.max(0, blinks - 1));
  }
}
