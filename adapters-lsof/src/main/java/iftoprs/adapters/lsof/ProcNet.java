package iftoprs.adapters.lsof;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.Transport;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads lines of {@code /proc/net/tcp} and its like (proc_net(5)).
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
   * @param transport TCP, UDP, …
   * @param local local end; without a port where the transport has none
   * @param remote other end, if it is connected
   * @param namespace network namespace it was listed in
   * @param ipv6Only whether it is surely closed to IPv4
   */
  record Line(
      long inode,
      Transport transport,
      Endpoint local,
      Optional<Endpoint> remote,
      long namespace,
      boolean ipv6Only) {

    /** As the text has it, which does not tell of what is closed to IPv4. */
    Line(
        long inode,
        Transport transport,
        Endpoint local,
        Optional<Endpoint> remote,
        long namespace) {
      this(inode, transport, local, remote, namespace, false);
    }
  }

  /** What stands where TCP has its ports. */
  enum Ports {
    /** A port. */
    PORT,
    /** The number of the protocol that a raw socket takes. */
    PROTOCOL,
    /** The identifier of a ping. */
    IDENTIFIER
  }

  /**
   * A file of the folder.
   *
   * @param name such as {@code tcp6}
   * @param transport of its sockets, unless each line tells its own
   * @param ports what its lines hold behind the addresses
   */
  record Table(String name, Transport transport, Ports ports) {

    Table(String name, Transport transport) {
      this(name, transport, Ports.PORT);
    }
  }

  /** The socket in a line; empty for the heading, for sockets without holder and for bad lines. */
  Optional<Line> parse(Table table, long namespace, String line) {
    int local = column(line, 0, LOCAL);
    int remote = column(line, local, REMOTE - LOCAL);
    int number = column(line, remote, INODE - REMOTE);
    // A line always goes on behind its inode.
    if (column(line, number, 1) == line.length()) {
      return Optional.empty();
    }
    long inode = inode(cell(line, number));
    Optional<Endpoint> here = endpoint(cell(line, local));
    Optional<Endpoint> there = endpoint(cell(line, remote)).filter(it -> inode > 0);
    if (here.isEmpty() || there.isEmpty()) {
      return Optional.empty();
    }
    return socket(table, here.get(), there.get())
        .map(it -> new Line(inode, it.transport, it.local, it.remote, namespace));
  }

  private static Optional<Line> socket(Table table, Endpoint local, Endpoint remote) {
    Optional<Endpoint> far = Optional.of(remote).filter(ProcNet::isConnected);
    int port = local.port();
    return switch (table.ports) {
      case PORT ->
          port == 0 ? Optional.empty() : Optional.of(new Line(0, table.transport, local, far, 0));
      case IDENTIFIER ->
          Optional.of(new Line(0, table.transport, portless(local), far.map(ProcNet::portless), 0));
      case PROTOCOL ->
          port > 255
              ? Optional.empty()
              : Optional.of(
                  new Line(0, new Transport(port), portless(local), far.map(ProcNet::portless), 0));
    };
  }

  private static Endpoint portless(Endpoint end) {
    return new Endpoint(end.address(), 0);
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
