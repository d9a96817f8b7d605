package iftoprs.ports;

import java.util.Optional;

/** Text form of addresses: dotted quad, and RFC 5952 for IPv6. */
final class IpAddressText {

  private IpAddressText() {}

  static String format(IpAddress address) {
    if (!address.isIpv6()) {
      return dotted(address.low());
    }
    int[] groups = groups(address);
    if (address.high() == 0 && address.low() >>> 32 == 0xffff) {
      return "::ffff:" + dotted(address.low() & 0xffffffffL);
    }
    int start = -1;
    int length = 1; // RFC 5952 section 4.2.2: a single zero group is not shortened
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
      i = Math.max(i, end - 1);
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private static String dotted(long address) {
    return (address >>> 24 & 0xff)
        + "."
        + (address >>> 16 & 0xff)
        + "."
        + (address >>> 8 & 0xff)
        + "."
        + (address & 0xff);
  }

  private static int[] groups(IpAddress address) {
    int[] groups = new int[8];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) (address.high() >>> 48 - 16 * i) & 0xffff;
      groups[i + 4] = (int) (address.low() >>> 48 - 16 * i) & 0xffff;
    }
    return groups;
  }

  static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text);
  }

  private static Optional<IpAddress> parseIpv4(String text) {
    long bits = quad(text);
    return bits < 0 ? Optional.empty() : Optional.of(IpAddress.ipv4((int) bits));
  }

  /** The 32 bits of a dotted quad, or -1. */
  private static long quad(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return -1;
    }
    long bits = 0;
    for (String part : parts) {
      int octet = digits(part, 10, 3);
      if (octet < 0 || octet > 255) {
        return -1;
      }
      bits = bits << 8 | octet;
    }
    return bits;
  }

  /** The value of 1 to {@code most} digits, or -1. */
  private static int digits(String text, int radix, int most) {
    if (text.isEmpty() || text.length() > most) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static Optional<IpAddress> parseIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    int[] groups = new int[8];
    if (gap < 0) {
      return fill(groups, text, 0) == 8 ? Optional.of(address(groups)) : Optional.empty();
    }
    int[] tail = new int[8];
    int before = gap == 0 ? 0 : fill(groups, text.substring(0, gap), 0);
    String rest = text.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : fill(tail, rest, 0);
    if (before < 0 || after < 0 || before + after > 7) {
      return Optional.empty();
    }
    System.arraycopy(tail, 0, groups, 8 - after, after);
    return Optional.of(address(groups));
  }

  /** Fills groups from text, returning how many, or -1 if it is no list of groups. */
  private static int fill(int[] groups, String text, int from) {
    int count = from;
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        long bits = quad(parts[i]);
        if (bits < 0 || count > 6) {
          return -1;
        }
        groups[count++] = (int) (bits >>> 16);
        groups[count++] = (int) (bits & 0xffff);
        return count;
      }
      int group = digits(parts[i], 16, 4);
      if (group < 0 || count > 7) {
        return -1;
      }
      groups[count++] = group;
    }
    return count;
  }

  private static IpAddress address(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    return IpAddress.ipv6(high, low);
  }
}
