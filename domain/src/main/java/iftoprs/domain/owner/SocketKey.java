package iftoprs.domain.owner;

import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;

/**
 * Where a socket is bound and connected to; zeros stand for every address and for nobody.
 *
 * @param ends both ports, transport, family and {@link #ELSEWHERE}: see {@link #ends}
 */
record SocketKey(long localHigh, long localLow, long remoteHigh, long remoteLow, long ends) {

  /** In {@link #ends}: the socket lives in another network namespace, such as a container's. */
  static final long ELSEWHERE = 2;

  private static final long MAPPED_PREFIX = 0xffffL << 32;

  /** The key of a socket; an IPv4-mapped address counts as the IPv4 address that packets bear. */
  static SocketKey of(OpenSocket socket) {
    IpAddress local = onTheWire(socket.local().address());
    Endpoint far = socket.remote().orElse(new Endpoint(local, 0));
    IpAddress remote = onTheWire(far.address());
    boolean connected = socket.remote().isPresent();
    return new SocketKey(
        local.high(),
        local.low(),
        connected ? remote.high() : 0,
        connected ? remote.low() : 0,
        ends(socket.local().port(), far.port(), socket.transport().number(), local.isIpv6())
            | (socket.namespace() == OpenSocket.HERE ? 0 : ELSEWHERE));
  }

  static long ends(int localPort, int remotePort, int transport, boolean ipv6) {
    return (long) localPort << 48
        | (long) remotePort << 32
        | (long) transport << 8
        | (ipv6 ? 1 : 0);
  }

  static long hash(long localHigh, long localLow, long remoteHigh, long remoteLow, long ends) {
    long h = (localLow ^ ends) * 0x9E3779B97F4A7C15L;
    h ^= h >>> 32;
    h = (h + remoteLow) * 0xC2B2AE3D27D4EB4FL;
    h ^= h >>> 29;
    h = (h ^ localHigh + Long.rotateLeft(remoteHigh, 31)) * 0x9E3779B97F4A7C15L;
    return h ^ h >>> 32;
  }

  boolean isConnected() {
    return remoteHigh != 0 || remoteLow != 0 || (ends >>> 32 & 0xffff) != 0;
  }

  boolean isEveryAddress() {
    return localHigh == 0 && localLow == 0;
  }

  boolean isHere() {
    return (ends & ELSEWHERE) == 0;
  }

  boolean isIpv6() {
    return (ends & 1) != 0;
  }

  /** Transport and local port in one number. */
  long port() {
    return ends >>> 48 << 12 | ends >>> 8 & 0xfff;
  }

  IpAddress local() {
    return isIpv6() ? IpAddress.ipv6(localHigh, localLow) : IpAddress.ipv4((int) localLow);
  }

  Quality quality() {
    if (isConnected()) {
      return Quality.EXACT;
    }
    return isEveryAddress() ? Quality.LISTENER : Quality.LOCAL;
  }

  private static IpAddress onTheWire(IpAddress address) {
    boolean mapped =
        address.isIpv6()
            && address.high() == 0
            && (address.low() & 0xffffffff_00000000L) == MAPPED_PREFIX;
    return mapped ? IpAddress.ipv4((int) address.low()) : address;
  }
}
