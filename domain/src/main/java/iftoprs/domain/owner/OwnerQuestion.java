package iftoprs.domain.owner;

/**
 * The flow whose owner is asked for, in primitives: asked for every flow at every tick, so it is
 * one object that is filled again and again. One thread.
 */
public final class OwnerQuestion {

  boolean ipv6;
  int transport;
  long localHigh;
  long localLow;
  int localPort;
  long remoteHigh;
  long remoteLow;
  int remotePort;
  long firstSeen;
  long lastSeen;

  /**
   * Sets what both ends share.
   *
   * @param isIpv6 family of both addresses
   * @param number of the transport
   * @return this question
   */
  public OwnerQuestion of(boolean isIpv6, int number) {
    ipv6 = isIpv6;
    transport = number;
    return this;
  }

  /**
   * Sets the local end.
   *
   * @param high first 64 bits of its address; 0 for IPv4
   * @param low last 64 bits
   * @param port its port
   * @return this question
   */
  public OwnerQuestion local(long high, long low, int port) {
    localHigh = high;
    localLow = low;
    localPort = port;
    return this;
  }

  /**
   * Sets the remote end.
   *
   * @param high first 64 bits of its address; 0 for IPv4
   * @param low last 64 bits
   * @param port its port
   * @return this question
   */
  public OwnerQuestion remote(long high, long low, int port) {
    remoteHigh = high;
    remoteLow = low;
    remotePort = port;
    return this;
  }

  /**
   * Sets when the flow lived, on the clock of the scans.
   *
   * @param first its first packet, nanoseconds
   * @param last its newest packet
   * @return this question
   */
  public OwnerQuestion lived(long first, long last) {
    firstSeen = first;
    lastSeen = last;
    return this;
  }
}
