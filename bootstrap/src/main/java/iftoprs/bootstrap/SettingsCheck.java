package iftoprs.bootstrap;

import iftoprs.domain.screen.BuiltInThemes;
import iftoprs.domain.screen.CustomThemes;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.text.RateText;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Real;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a settings file says in vain: values that are not taken as they stand, and names that
 * are a slip away from a setting. Other names may be those of another version and are let be.
 */
final class SettingsCheck {

  private static final String THEME = "theme";
  private static final String DEVICE = "interface";
  private static final String ALERT = "alert_threshold";
  private static final int LONGEST = 40;
  private static final int MOST = 3;

  private SettingsCheck() {}

  /** What is in vain, in one line; empty if nothing is. */
  static Optional<String> of(Preferences preferences) {
    Settings settings = Settings.of(preferences);
    Map<String, Value> taken = settings.toPreferences().values();
    List<String> vain = new ArrayList<>();
    preferences
        .values()
        .forEach((key, value) -> check(key, value, settings, taken).ifPresent(vain::add));
    if (vain.isEmpty()) {
      return Optional.empty();
    }
    String more = vain.size() > MOST ? "; and " + (vain.size() - MOST) + " more" : "";
    return Optional.of(String.join("; ", vain.subList(0, Math.min(MOST, vain.size()))) + more);
  }

  private static Optional<String> check(
      String key, Value value, Settings settings, Map<String, Value> taken) {
    return switch (key) {
      case THEME -> theme(value, settings.customThemes());
      case DEVICE -> value instanceof Text ? Optional.empty() : notUnderstood(key);
      case ALERT -> isRate(value) ? Optional.empty() : notUnderstood(key);
      default -> other(key, value, taken);
    };
  }

  private static Optional<String> theme(Value value, CustomThemes own) {
    if (!(value instanceof Text(String name))) {
      return notUnderstood(THEME);
    }
    return own.called(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "theme = " + text(value) + " is no theme" + meant(name, BuiltInThemes.names()));
  }

  private static boolean isRate(Value value) {
    return switch (value) {
      case Whole _, Real _ -> true;
      case Text(String text) -> RateText.parse(text).isPresent();
      case Flag _, Many _, Table _ -> false;
    };
  }

  private static Optional<String> other(String key, Value value, Map<String, Value> taken) {
    Value meaning = taken.get(key);
    if (meaning == null) {
      String settings = meant(key, names(taken));
      return settings.isEmpty() ? Optional.empty() : Optional.of(key + " is no setting" + settings);
    }
    if (meaning instanceof Many || meaning instanceof Table) {
      return value.getClass() == meaning.getClass() ? Optional.empty() : notUnderstood(key);
    }
    return value.equals(meaning)
        ? Optional.empty()
        : Optional.of(key + " = " + text(value) + " is taken as " + text(meaning));
  }

  private static List<String> names(Map<String, Value> taken) {
    return Stream.concat(Stream.of(THEME, DEVICE, ALERT), taken.keySet().stream()).toList();
  }

  private static Optional<String> notUnderstood(String key) {
    return Optional.of(key + " is not understood");
  }

  private static String meant(String word, List<String> known) {
    return Nearest.of(word, known).map(name -> ", did you mean " + name + "?").orElse("");
  }

  private static String text(Value value) {
    return switch (value) {
      case Text(String text) -> '"' + SafeText.of(text, LONGEST) + '"';
      case Whole(long number) -> Long.toString(number);
      case Real(double number) -> Double.toString(number);
      case Flag(boolean on) -> Boolean.toString(on);
      case Many _ -> "[…]";
      case Table _ -> "{…}";
    };
  }
}
