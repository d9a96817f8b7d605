package iftoprs.domain.owner;

import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which addresses are this host's own, and which are groups. Immutable, any thread. */
public final class HostAddresses {

  /** Nothing is known of this host. */
  public static final HostAddresses UNKNOWN = new HostAddresses(Set.of(), new long[0]);

  private final Set<IpAddress> own;
  private final long[] broadcasts;

  private HostAddresses(Set<IpAddress> own, long[] broadcasts) {
    this.own = own;
    this.broadcasts = broadcasts;
  }

  /**
   * The addresses of this host's devices.
   *
   * @param addresses with their networks, of as many devices as are known
   * @return the addresses
   */
  public static HostAddresses of(List<InterfaceAddress> addresses) {
    Set<IpAddress> own = new HashSet<>();
    Set<Long> broadcasts = new HashSet<>();
    for (InterfaceAddress address : addresses) {
      own.add(address.address());
      int hostBits = 32 - address.prefixLength();
      if (!address.address().isIpv6() && hostBits >= 2) {
        broadcasts.add(address.address().low() | (1L << hostBits) - 1);
      }
    }
    return new HostAddresses(
        Set.copyOf(own), broadcasts.stream().mapToLong(Long::longValue).toArray());
  }

  /** Whether any address is known, so that a foreign one can be told. */
  boolean isKnown() {
    return !own.isEmpty();
  }

  /** Whether an address is this host's: one of its devices', or loopback. */
  boolean isOwn(boolean ipv6, long high, long low) {
    if (ipv6 ? high == 0 && low == 1 : low >>> 24 == 127) {
      return true;
    }
    return own.contains(ipv6 ? IpAddress.ipv6(high, low) : IpAddress.ipv4((int) low));
  }

  /** Multicast, or the broadcast address of everywhere or of one of the networks. */
  boolean isGroup(boolean ipv6, long high, long low) {
    if (ipv6) {
      return high >>> 56 == 0xff;
    }
    if (low >>> 28 == 0xe || low == 0xffffffffL) {
      return true;
    }
    for (long broadcast : broadcasts) {
      if (broadcast == low) {
        return true;
      }
    }
    return false;
  }
}
