package iftoprs.adapters.lsof;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Transport;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads lines of {@code /proc/net/tcp}, {@code tcp6}, {@code udp} and {@code udp6} (proc_net(5)).
 *
 * <p>The kernel prints an address as 32-bit words in the byte order of the machine that runs it,
 * and a port as a number. A live table therefore reads with {@link ByteOrder#nativeOrder}.
 */
final class ProcNet {

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int INODE = 9;

  private final ByteOrder order;

  ProcNet(ByteOrder order) {
    this.order = order;
  }

  /**
   * A socket without its holder.
   *
   * @param inode number by which {@code /proc/PID/fd} links to it
   * @param transport TCP or UDP
   * @param local local end
   * @param remote other end, if it is connected
   */
  record Line(long inode, Transport transport, Endpoint local, Optional<Endpoint> remote) {}

  /** The socket in a line; empty for the heading, for sockets without holder and for bad lines. */
  Optional<Line> parse(Transport transport, String line) {
    int local = column(line, 0, LOCAL);
    int remote = column(line, local, REMOTE - LOCAL);
    int number = column(line, remote, INODE - REMOTE);
    // A line always goes on behind its inode.
    if (column(line, number, 1) == line.length()) {
      return Optional.empty();
    }
    return socket(
        transport, cell(line, number), endpoint(cell(line, local)), endpoint(cell(line, remote)));
  }

  private static Optional<Line> socket(
      Transport transport, String number, Optional<Endpoint> local, Optional<Endpoint> remote) {
    long inode = inode(number);
    if (inode <= 0 || local.isEmpty() || remote.isEmpty() || local.get().port() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(inode, transport, local.get(), remote.filter(ProcNet::isConnected)));
  }

  /** Where the column begins that is so many behind the one at an index; the length if none. */
  private static int column(String line, int from, int columns) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    for (int i = 0; i < columns; i++) {
      while (at < line.length() && line.charAt(at) != ' ') {
        at++;
      }
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static String cell(String line, int at) {
    int end = line.indexOf(' ', at);
    return line.substring(at, end < 0 ? line.length() : end);
  }

  private static boolean isConnected(Endpoint remote) {
    return remote.port() != 0 || !remote.address().isUnspecified();
  }

  /** An inode number, or -1. */
  static long inode(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private Optional<Endpoint> endpoint(String text) {
    int colon = text.indexOf(':');
    if (colon != 8 && colon != 32 || text.length() != colon + 5) {
      return Optional.empty();
    }
    long port = hex(text, colon + 1, 4);
    if (port < 0) {
      return Optional.empty();
    }
    return address(text, colon / 8)
        .map(address -> new Endpoint(SocketAddresses.onTheWire(address), (int) port));
  }

  private Optional<IpAddress> address(String text, int words) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < words; i++) {
      long printed = hex(text, 8 * i, 8);
      if (printed < 0) {
        return Optional.empty();
      }
      long word =
          order == ByteOrder.LITTLE_ENDIAN
              ? Integer.toUnsignedLong(Integer.reverseBytes((int) printed))
              : printed;
      high = high << 32 | low >>> 32;
      low = low << 32 | word;
    }
    return Optional.of(words == 1 ? IpAddress.ipv4((int) low) : IpAddress.ipv6(high, low));
  }

  /** The value of hexadecimal digits, or -1. */
  private static long hex(String text, int from, int count) {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
