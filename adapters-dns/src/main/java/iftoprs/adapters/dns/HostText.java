package iftoprs.adapters.dns;

import java.util.Optional;

/** Makes a host name from outside safe to keep and show. */
final class HostText {

  /** Longest name that the DNS can hold, in characters without the final dot (RFC 1035). */
  static final int MAX_LENGTH = 253;

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
}
