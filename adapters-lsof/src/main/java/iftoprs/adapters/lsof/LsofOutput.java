package iftoprs.adapters.lsof;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what {@code lsof -F0pcPtn} prints (lsof(8), "OUTPUT FOR OTHER PROGRAMS").
 *
 * <p>Each line is a set of fields that end in NUL, the first letter of a field telling its kind: a
 * line that starts with {@code p} opens a process, every other line is one of its sockets. What is
 * no such line is passed over.
 */
final class LsofOutput {

  /** Most sockets that are kept. */
  static final int MAX_SOCKETS = 100_000;

  private LsofOutput() {}

  /** The sockets in these lines that have a local port, each holder of a socket once. */
  static List<OpenSocket> parse(List<String> lines) {
    Set<OpenSocket> sockets = new LinkedHashSet<>();
    int pid = -1;
    String process = "";
    for (String line : lines) {
      if (line.startsWith("p")) {
        pid = number(field(line, 'p').orElse(""), Integer.MAX_VALUE);
        process = field(line, 'c').map(LsofOutput::unescape).orElse("");
      } else if (pid >= 0 && sockets.size() < MAX_SOCKETS) {
        socket(line, pid, process).ifPresent(sockets::add);
      }
    }
    return List.copyOf(sockets);
  }

  private static Optional<OpenSocket> socket(String line, int pid, String process) {
    Optional<Transport> transport = field(line, 'P').flatMap(LsofOutput::transport);
    Optional<String> name = field(line, 'n');
    if (transport.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    boolean ipv6 = field(line, 't').orElse("").equals("IPv6");
    int arrow = name.get().indexOf("->");
    String here = arrow < 0 ? name.get() : name.get().substring(0, arrow);
    Optional<Endpoint> local = endpoint(here, ipv6);
    if (local.isEmpty() || local.get().port() == 0) {
      return Optional.empty();
    }
    if (arrow < 0) {
      return Optional.of(
          new OpenSocket(transport.get(), local.get(), Optional.empty(), pid, process));
    }
    return endpoint(name.get().substring(arrow + 2), ipv6)
        .map(
            there ->
                new OpenSocket(transport.get(), local.get(), Optional.of(there), pid, process));
  }

  private static Optional<Transport> transport(String keyword) {
    return switch (keyword) {
      case "TCP" -> Optional.of(Transport.TCP);
      case "UDP" -> Optional.of(Transport.UDP);
      case "SCTP" -> Optional.of(Transport.SCTP);
      case "UDPLITE" -> Optional.of(Transport.UDP_LITE);
      default -> Optional.empty();
    };
  }

  /** Reads {@code 192.0.2.1:443}, {@code [2001:db8::1]:443}, {@code *:443} or {@code *:*}. */
  static Optional<Endpoint> endpoint(String text, boolean ipv6) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String port = text.substring(colon + 1);
    int number = port.equals("*") ? 0 : number(port, 0xffff);
    if (number < 0) {
      return Optional.empty();
    }
    return address(text.substring(0, colon), ipv6)
        .map(address -> new Endpoint(SocketAddresses.onTheWire(address), number));
  }

  private static Optional<IpAddress> address(String text, boolean ipv6) {
    if (text.equals("*")) {
      return Optional.of(ipv6 ? IpAddress.ipv6(0, 0) : IpAddress.ipv4(0));
    }
    String bare = text;
    if (text.startsWith("[") && text.endsWith("]")) {
      bare = text.substring(1, text.length() - 1);
    }
    int zone = bare.indexOf('%');
    return IpAddress.parse(zone < 0 ? bare : bare.substring(0, zone));
  }

  private static Optional<String> field(String line, char kind) {
    int start = 0;
    while (start < line.length()) {
      int end = line.indexOf('\0', start);
      if (end < 0) {
        end = line.length();
      }
      if (start < end && line.charAt(start) == kind) {
        return Optional.of(line.substring(start + 1, end));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  /** The value of a decimal number up to {@code most}, or -1. */
  static int number(String text, int most) {
    if (text.isEmpty() || text.length() > 10) {
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
    return value <= most ? (int) value : -1;
  }

  /**
   * Undoes lsof's {@code \\} and {@code \x20}; bytes that the C locale cannot print come as the
   * latter, so a run of them is read as UTF-8. The forms {@code ^A} and {@code \n} stay: they stand
   * for control characters, which no name on a screen should hold.
   */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int octet = c == '\\' ? escapedOctet(text, i) : -1;
      if (octet >= 0) {
        bytes.write(octet);
        i += 4;
      } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\') {
        bytes.write('\\');
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
        i++;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** The octet that {@code \xNN} at this index stands for, or -1. */
  private static int escapedOctet(String text, int at) {
    if (at + 4 > text.length() || text.charAt(at + 1) != 'x') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 2), 16);
    int low = Character.digit(text.charAt(at + 3), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /** Cuts output into lines, without an empty one at the end. */
  static List<String> lines(byte[] output) {
    String text = new String(output, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }
}
