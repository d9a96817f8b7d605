package iftoprs.adapters.dns;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a host name from outside safe to keep and show. */
final class HostText {

  /** Longest name that the DNS can hold, in characters without the final dot (RFC 1035). */
  static final int MAX_LENGTH = 253;

  private static final String PREFIX = "xn--";

  private static final Set<UnicodeScript> NEUTRAL =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

  private static final Set<UnicodeScript> JAPANESE =
      EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private HostText() {}

  /**
   * The name without a final dot, what is not printable ASCII written as {@code \DDD}; empty if
   * nothing is left, or more than a host name can be.
   */
  static Optional<String> safe(String name) {
    int length = name.endsWith(".") && !name.endsWith("\\.") ? name.length() - 1 : name.length();
    if (length == 0 || length > MAX_LENGTH) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c > ' ' && c < 0x7f) {
        text.append(c);
      } else {
        text.append(String.format("\\%03d", (int) c));
      }
    }
    return text.length() > MAX_LENGTH ? Optional.empty() : Optional.of(text.toString());
  }

  /**
   * A safe name with its international labels (RFC 5890) as they are read. Where a label mixes
   * scripts, so that it may look like another one, the name goes first as the DNS has it. What does
   * not decode to letters, digits and hyphens, or becomes too long, stays as it is.
   */
  static String readable(String safe) {
    if (!isInternational(safe)) {
      return safe;
    }
    String text = IDN.toUnicode(safe, IDN.ALLOW_UNASSIGNED);
    boolean plain = text.codePoints().allMatch(HostText::isOfNames);
    if (!plain || isInternational(text)) {
      return safe;
    }
    if (!mixesScripts(text)) {
      return text;
    }
    String both = safe + " (" + text + ")";
    return both.length() > MAX_LENGTH ? safe : both;
  }

  private static boolean isInternational(String name) {
    return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
        || name.toLowerCase(Locale.ROOT).contains("." + PREFIX);
  }

  private static boolean isOfNames(int c) {
    return Character.isLetterOrDigit(c) || isMark(c) || c == '-' || c == '.' || c == '_';
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean mixesScripts(String name) {
    for (String label : name.split("\\.")) {
      Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
      label.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
      scripts.removeAll(NEUTRAL);
      // Japanese is written in three at once.
      if (scripts.size() > 1 && !JAPANESE.containsAll(scripts)) {
        return true;
      }
    }
    return false;
  }
}
