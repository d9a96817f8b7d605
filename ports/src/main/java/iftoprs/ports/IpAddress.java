package iftoprs.ports;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address as a value of two longs.
 *
 * <p>An IPv4-mapped IPv6 address stays an IPv6 address: it is what the packet said. Orders by
 * family (IPv4 first), then as unsigned bytes. Text form of IPv6: RFC 5952.
 */
public final class IpAddress implements Comparable<IpAddress> {

  private final boolean ipv6;
  private final long high;
  private final long low;

  private IpAddress(boolean ipv6, long high, long low) {
    this.ipv6 = ipv6;
    this.high = high;
    this.low = low;
  }

  /**
   * An IPv4 address.
   *
   * @param address its 32 bits, network order
   * @return the address
   */
  public static IpAddress ipv4(int address) {
    return new IpAddress(false, 0, Integer.toUnsignedLong(address));
  }

  /**
   * An IPv6 address.
   *
   * @param high its first 64 bits
   * @param low its last 64 bits
   * @return the address
   */
  public static IpAddress ipv6(long high, long low) {
    return new IpAddress(true, high, low);
  }

  /**
   * An address of 4 or 16 bytes in network order.
   *
   * @param bytes the bytes
   * @return the address
   * @throws IllegalArgumentException if there are neither 4 nor 16 bytes
   */
  public static IpAddress of(byte... bytes) {
    if (bytes.length != 4 && bytes.length != 16) {
      throw new IllegalArgumentException(bytes.length + " bytes are no IP address");
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < bytes.length; i++) {
      long octet = bytes[i] & 0xffL;
      if (bytes.length == 16 && i < 8) {
        high = high << 8 | octet;
      } else {
        low = low << 8 | octet;
      }
    }
    return new IpAddress(bytes.length == 16, high, low);
  }

  /**
   * Reads an address in its usual text form, without a zone.
   *
   * @param text such as {@code 192.0.2.1} or {@code 2001:db8::1}
   * @return the address, or empty if the text is none
   */
  public static Optional<IpAddress> parse(String text) {
    return IpAddressText.parse(text);
  }

  /** Whether this is an IPv6 address. */
  public boolean isIpv6() {
    return ipv6;
  }

  /** First 64 bits; 0 for IPv4. */
  public long high() {
    return high;
  }

  /** Last 64 bits; for IPv4 its 32 bits, unsigned. */
  public long low() {
    return low;
  }

  /** Bits of an address of this family: 32 or 128. */
  public int bits() {
    return ipv6 ? 128 : 32;
  }

  /** The bytes in network order, 4 or 16. */
  public byte[] toBytes() {
    byte[] bytes = new byte[ipv6 ? 16 : 4];
    for (int i = 0; i < bytes.length; i++) {
      int fromEnd = bytes.length - 1 - i;
      bytes[i] = (byte) (fromEnd < 8 ? low >>> 8 * fromEnd : high >>> 8 * (fromEnd - 8));
    }
    return bytes;
  }

  /** Whether every bit is zero ({@code 0.0.0.0}, {@code ::}). */
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  @Override
  public int compareTo(IpAddress other) {
    if (ipv6 != other.ipv6) {
      return ipv6 ? 1 : -1;
    }
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress that
        && ipv6 == that.ipv6
        && high == that.high
        && low == that.low;
  }

  @Override
  public int hashCode() {
    long mixed = (high * 0x9E3779B97F4A7C15L ^ low) * 0xC2B2AE3D27D4EB4FL;
    return (int) (mixed >>> 32) ^ (ipv6 ? 1 : 0);
  }

  @Override
  public String toString() {
    return IpAddressText.format(this);
  }
}
