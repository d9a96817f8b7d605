package iftoprs.adapters.lsof;

import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The sockets of one transport as the kernel last told them.
 *
 * <p>From one second to the next mostly nothing changes, so what was told is kept as it is and read
 * only if it differs from what was told before. Numbers are in the byte order of the machine, ports
 * and addresses in that of the network (linux/inet_diag.h). One thread at a time.
 */
final class DiagAnswer {

  /** {@code struct inet_diag_msg}. */
  static final int MESSAGE = 72;

  private static final int SOURCE_PORT = 4;
  private static final int DESTINATION_PORT = 6;
  private static final int SOURCE = 8;
  private static final int DESTINATION = 24;
  private static final int ENDS = 36;
  private static final int INODE = 68;
  private static final byte AF_INET6 = 10;

  // Attributes (linux/rtnetlink.h): length, kind, value; each at a multiple of four.
  private static final int ATTRIBUTE = 4;
  private static final short SKV6ONLY = 11;

  // What is kept of a message: both ends as they are from SOURCE_PORT on, inode, family, and
  // whether it is closed to IPv4.
  private static final int KEPT_INODE = ENDS;
  private static final int KEPT_FAMILY = KEPT_INODE + Integer.BYTES;
  private static final int KEPT_IPV6_ONLY = KEPT_FAMILY + 1;
  private static final int KEPT = KEPT_IPV6_ONLY + 1;

  private final Transport transport;
  private byte[] told = new byte[64 * KEPT];
  private int size;
  private byte[] before = new byte[64 * KEPT];
  private int sizeBefore;
  private List<Line> sockets = List.of();

  DiagAnswer(Transport transport) {
    this.transport = transport;
  }

  /** A new answer begins. */
  void begin() {
    size = 0;
  }

  /**
   * Adds the socket of a message, if it is bound to a port and belongs to a file.
   *
   * @param data bytes with the message
   * @param at where it begins
   * @param end where its attributes end
   */
  void add(ByteBuffer data, int at, int end) {
    int inode = data.getInt(at + INODE);
    if (inode == 0 || data.getShort(at + SOURCE_PORT) == 0) {
      return; // of a connection that is over, or bound to nothing
    }
    if (told.length - size < KEPT) {
      told = Arrays.copyOf(told, told.length * 2);
    }
    data.get(at + SOURCE_PORT, told, size, ENDS);
    ByteBuffer.wrap(told).order(ByteOrder.nativeOrder()).putInt(size + KEPT_INODE, inode);
    told[size + KEPT_FAMILY] = data.get(at);
    told[size + KEPT_IPV6_ONLY] = (byte) (isIpv6Only(data, at, end) ? 1 : 0);
    size += KEPT;
  }

  /** The kernel tells it of what is connected to nobody, unasked. */
  private static boolean isIpv6Only(ByteBuffer data, int at, int end) {
    if (data.get(at) != AF_INET6 || data.getShort(at + DESTINATION_PORT) != 0) {
      return false;
    }
    int attribute = at + MESSAGE;
    while (end - attribute > ATTRIBUTE) {
      int length = Short.toUnsignedInt(data.getShort(attribute));
      if (data.getShort(attribute + 2) == SKV6ONLY) {
        return data.get(attribute + ATTRIBUTE) != 0;
      }
      attribute += Math.max(length, ATTRIBUTE) + 3 & ~3;
    }
    return false;
  }

  /** The sockets, once all are added; the same list as before if they are the same. */
  List<Line> sockets() {
    if (!Arrays.equals(told, 0, size, before, 0, sizeBefore)) {
      sockets = read();
      byte[] spare = before;
      before = told;
      sizeBefore = size;
      told = spare;
    }
    return sockets;
  }

  private List<Line> read() {
    ByteBuffer data = ByteBuffer.wrap(told).order(ByteOrder.nativeOrder());
    List<Line> lines = new ArrayList<>(size / KEPT);
    for (int at = 0; at < size; at += KEPT) {
      boolean ipv6 = told[at + KEPT_FAMILY] == AF_INET6;
      Endpoint local = end(data, at, SOURCE_PORT, SOURCE, ipv6);
      Endpoint remote = end(data, at, DESTINATION_PORT, DESTINATION, ipv6);
      Optional<Endpoint> far =
          remote.port() == 0 && remote.address().isUnspecified()
              ? Optional.empty()
              : Optional.of(remote);
      long inode = Integer.toUnsignedLong(data.getInt(at + KEPT_INODE));
      boolean ipv6Only = told[at + KEPT_IPV6_ONLY] != 0;
      lines.add(new Line(inode, transport, local, far, OpenSocket.HERE, ipv6Only));
    }
    return lines;
  }

  private static Endpoint end(ByteBuffer data, int at, int port, int address, boolean ipv6) {
    int place = at - SOURCE_PORT;
    return new Endpoint(
        address(data, place + address, ipv6), (int) bigEndian(data, place + port, Short.BYTES));
  }

  private static IpAddress address(ByteBuffer data, int at, boolean ipv6) {
    if (!ipv6) {
      return IpAddress.ipv4((int) bigEndian(data, at, Integer.BYTES));
    }
    long high = bigEndian(data, at, Long.BYTES);
    long low = bigEndian(data, at + Long.BYTES, Long.BYTES);
    return SocketAddresses.onTheWire(IpAddress.ipv6(high, low));
  }

  private static long bigEndian(ByteBuffer data, int at, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | Byte.toUnsignedInt(data.get(at + i));
    }
    return value;
  }
}
