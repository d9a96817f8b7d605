package iftoprs.domain.flow;

/**
 * Average rates of one side, in bytes per second, rounded down.
 *
 * @param two over the last 2 seconds
 * @param ten over the last 10 seconds
 * @param forty over the last 40 seconds
 */
public record WindowRates(long two, long ten, long forty) {

  /** No traffic. */
  public static final WindowRates ZERO = new WindowRates(0, 0, 0);

  /**
   * The rate over one window.
   *
   * @param window which
   * @return bytes per second
   */
  public long over(Window window) {
    return switch (window) {
      case TWO -> two;
      case TEN -> ten;
      case FORTY -> forty;
    };
  }
}
