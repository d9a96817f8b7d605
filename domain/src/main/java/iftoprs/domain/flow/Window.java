package iftoprs.domain.flow;

/** The spans over which rates are averaged. */
public enum Window {
  /** Two seconds. */
  TWO(2),
  /** Ten seconds. */
  TEN(10),
  /** Forty seconds. */
  FORTY(40);

  private final int seconds;

  Window(int seconds) {
    this.seconds = seconds;
  }

  /** Length in seconds. */
  public int seconds() {
    return seconds;
  }
}
