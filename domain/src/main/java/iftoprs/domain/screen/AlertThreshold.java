package iftoprs.domain.screen;

import iftoprs.domain.text.RateText;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Real;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Whole;

/** The rate of a flow that raises an alert, among the choices that are remembered. */
public final class AlertThreshold {

  private static final String KEY = "alert_threshold";
  private static final double MOST = 1e15;

  private AlertThreshold() {}

  /**
   * Reads it: a number is bytes per second, a text is read as the command line does.
   *
   * @param preferences plain values
   * @return bytes per second; 0, which is none, if it is absent, below 1 or not understood
   */
  public static long of(Preferences preferences) {
    return switch (preferences.values().get(KEY)) {
      case Whole(long number) -> Math.clamp(number, 0, (long) MOST);
      case Real(double number) -> number > 0 && number <= MOST ? Math.round(number) : 0;
      case Text(String text) -> RateText.parse(text).orElse(0);
      case null, default -> 0;
    };
  }
}
