package iftoprs.domain.flow;

import iftoprs.domain.packet.PacketBatch;
import iftoprs.ports.Frame;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.ServiceNames;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the local end of a new flow by the direction rules, in order; the first that decides
 * counts.
 *
 * <p>Multicast and broadcast addresses are never local. Asked once a flow, so it need not be fast.
 * One thread.
 */
final class LocalEnd {

  private static final InterfaceAddress[] NONE = {};

  // Arrays: what walks a list is a handful of methods more to compile in the first milliseconds.
  private final InterfaceAddress[] nets;
  private InterfaceAddress[] deviceAddresses = NONE;
  private DirectionRule[] askable;

  private DirectionRule rule = DirectionRule.FIRST_SEEN;

  /**
   * Creates the rules.
   *
   * @param nets networks that the user named as local; may be empty
   */
  LocalEnd(List<InterfaceAddress> nets) {
    this.nets = nets.toArray(NONE);
    this.askable = askable();
  }

  /** The rules that may decide at all: without networks and addresses it is four of them. */
  private DirectionRule[] askable() {
    return Arrays.stream(DirectionRule.values())
        .filter(
            candidate ->
                switch (candidate) {
                  case NET_FILTER -> hasNets();
                  case INTERFACE_ADDRESS, INTERFACE_NETWORK -> deviceAddresses.length > 0;
                  case LINK, PRIVATE_ADDRESS, SERVICE_PORT, FIRST_SEEN -> true;
                })
        .toArray(DirectionRule[]::new);
  }

  /** The addresses that the captured device has now. */
  void deviceAddresses(List<InterfaceAddress> addresses) {
    if (!addresses.equals(Arrays.asList(deviceAddresses))) {
      deviceAddresses = addresses.toArray(NONE);
      askable = askable();
    }
  }

  /** The rule that decided the last question. */
  DirectionRule rule() {
    return rule;
  }

  /** Whether the user named networks as local. */
  boolean hasNets() {
    return nets.length > 0;
  }

  /** Whether neither end is inside the networks that the user named; there must be some. */
  boolean isOutside(PacketBatch packets, int row) {
    boolean ipv6 = packets.isIpv6(row);
    return !contains(nets, ipv6, packets.sourceHigh(row), packets.sourceLow(row))
        && !contains(nets, ipv6, packets.destinationHigh(row), packets.destinationLow(row));
  }

  /** Whether the source of a packet is the local end of its flow; {@link #rule} tells why. */
  boolean isSource(PacketBatch packets, int row) {
    final boolean ipv6 = packets.isIpv6(row);
    final long sourceHigh = packets.sourceHigh(row);
    final long source = packets.sourceLow(row);
    final long destinationHigh = packets.destinationHigh(row);
    final long destination = packets.destinationLow(row);
    final boolean sourceMay = !isGroup(ipv6, sourceHigh, source);
    final boolean destinationMay = !isGroup(ipv6, destinationHigh, destination);
    for (DirectionRule candidate : askable) {
      // 1: the source is local, -1: the destination is, 0: the rule does not decide.
      int answer =
          switch (candidate) {
            case LINK -> link(packets.direction(row), sourceMay, destinationMay);
            case NET_FILTER ->
                one(
                    sourceMay && contains(nets, ipv6, sourceHigh, source),
                    destinationMay && contains(nets, ipv6, destinationHigh, destination));
            case INTERFACE_ADDRESS ->
                one(
                    sourceMay && isOwn(ipv6, sourceHigh, source),
                    destinationMay && isOwn(ipv6, destinationHigh, destination));
            case INTERFACE_NETWORK ->
                one(
                    sourceMay && contains(deviceAddresses, ipv6, sourceHigh, source),
                    destinationMay
                        && contains(deviceAddresses, ipv6, destinationHigh, destination));
            case PRIVATE_ADDRESS ->
                one(
                    sourceMay && isPrivate(ipv6, sourceHigh, source),
                    destinationMay && isPrivate(ipv6, destinationHigh, destination));
            case SERVICE_PORT ->
                servicePort(
                    packets.sourcePort(row),
                    packets.destinationPort(row),
                    sourceMay,
                    destinationMay);
            case FIRST_SEEN -> sourceMay || !destinationMay ? 1 : -1;
          };
      if (answer != 0) {
        rule = candidate;
        return answer > 0;
      }
    }
    throw new IllegalStateException("the last rule always decides");
  }

  private static int link(Frame.Direction direction, boolean sourceMay, boolean destinationMay) {
    return switch (direction) {
      case OUTBOUND -> sourceMay ? 1 : 0;
      case INBOUND -> destinationMay ? -1 : 0;
      case UNKNOWN -> 0;
    };
  }

  private static int servicePort(
      int source, int destination, boolean sourceMay, boolean destinationMay) {
    if (source == 0 || destination == 0) {
      return 0;
    }
    boolean decides =
        source < ServiceNames.USER_PORTS != destination < ServiceNames.USER_PORTS
            || source >= ServiceNames.CLIENT_PORTS != destination >= ServiceNames.CLIENT_PORTS;
    if (!decides) {
      return 0;
    }
    if (source > destination) {
      return sourceMay ? 1 : 0;
    }
    return destinationMay ? -1 : 0;
  }

  private static int one(boolean source, boolean destination) {
    return source == destination ? 0 : source ? 1 : -1;
  }

  private boolean isOwn(boolean ipv6, long high, long low) {
    for (InterfaceAddress own : deviceAddresses) {
      if (own.address().isIpv6() == ipv6
          && own.address().high() == high
          && own.address().low() == low) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(InterfaceAddress[] networks, boolean ipv6, long high, long low) {
    for (InterfaceAddress net : networks) {
      if (net.address().isIpv6() == ipv6 && isInside(net, high, low)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(InterfaceAddress net, long high, long low) {
    int prefix = net.prefixLength();
    long highDifference = net.address().high() ^ high;
    long lowDifference = net.address().low() ^ low;
    if (!net.address().isIpv6()) {
      return prefix == 0 || lowDifference >>> 32 - prefix == 0;
    }
    if (prefix <= 64) {
      return prefix == 0 || highDifference >>> 64 - prefix == 0;
    }
    return highDifference == 0 && lowDifference >>> 128 - prefix == 0;
  }

  /** Multicast, or the broadcast address of everywhere or of one of the device's networks. */
  private boolean isGroup(boolean ipv6, long high, long low) {
    if (ipv6) {
      return high >>> 56 == 0xff;
    }
    if (low >>> 28 == 0xe || low == 0xffffffffL) {
      return true;
    }
    for (InterfaceAddress own : deviceAddresses) {
      int hostBits = 32 - own.prefixLength();
      if (!own.address().isIpv6()
          && hostBits >= 2
          && isInside(own, high, low)
          && (~low & (1L << hostBits) - 1) == 0) {
        return true;
      }
    }
    return false;
  }

  /** RFC 1918, loopback, link-local (RFC 3927); for IPv6 RFC 4193, link-local and loopback. */
  private static boolean isPrivate(boolean ipv6, long high, long low) {
    if (ipv6) {
      return high >>> 57 == 0xfc >>> 1 || high >>> 54 == 0xfe80 >>> 6 || high == 0 && low == 1;
    }
    return low >>> 24 == 10
        || low >>> 24 == 127
        || low >>> 20 == (172 << 4 | 1)
        || low >>> 16 == (192 << 8 | 168)
        || low >>> 16 == (169 << 8 | 254);
  }
}
