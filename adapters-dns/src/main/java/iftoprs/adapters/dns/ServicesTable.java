package iftoprs.adapters.dns;

import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Service names from a table in the form of services(5), {@code https 443/tcp}, or from the one
 * that comes with the program: IANA's registry (RFC 6335), below the ports that clients are given.
 *
 * <p>Reads at most 4 MiB, thus at most some 350,000 lines. Names that are not printable ASCII, and
 * lines that make no sense, are passed over.
 */
public final class ServicesTable implements ServiceNames {

  private static final Path SYSTEM = Path.of("/etc/services");
  private static final String BUNDLED = "services.table";
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_NAME = 64;
  private static final Transport DCCP = new Transport(33);

  /** Transport number above, port below; sorted, beside the names. */
  private final int[] keys;

  /** Made of the text when first asked for, if at all. */
  private final String[] names;

  /** Start of a name in the text above, its length in the lowest byte. */
  private final int[] places;

  private final byte[] text;

  private ServicesTable(Map<Integer, String> byKey) {
    keys = new int[byKey.size()];
    places = new int[0];
    text = new byte[0];
    int count = 0;
    for (int key : byKey.keySet()) {
      keys[count++] = key;
    }
    Arrays.sort(keys);
    names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = byKey.get(keys[i]);
    }
  }

  /** A table as the build writes it ({@code packaging/services}). */
  private ServicesTable(ByteBuffer table) {
    int count = table.getInt();
    keys = new int[count];
    names = new String[count];
    places = new int[count];
    table.asIntBuffer().get(keys).get(places);
    text = new byte[table.remaining() - 2 * count * Integer.BYTES];
    table.position(table.limit() - text.length).get(text);
  }

  /** The table of this system, or the bundled one if the system has none. */
  public static ServicesTable ofSystem() {
    return of(SYSTEM);
  }

  /** The table that comes with the program, as the build made it of {@code services.csv}. */
  public static ServicesTable bundled() {
    try (InputStream in = ServicesTable.class.getResourceAsStream(BUNDLED)) {
      return new ServicesTable(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(BUNDLED, e);
    }
  }

  static ServicesTable of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      ServicesTable table =
          parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1));
      return table.keys.length == 0 ? bundled() : table;
    } catch (IOException e) {
      return bundled();
    }
  }

  /**
   * Reads a table; the first line of a port counts. Without patterns, which would be a good part of
   * the time that a start takes.
   */
  static ServicesTable parse(String text) {
    Map<Integer, String> byKey = new HashMap<>();
    for (int at = 0; at < text.length(); ) {
      int end = endOfLine(text, at);
      int comment = text.indexOf('#', at, end);
      addLine(byKey, text, at, comment < 0 ? end : comment);
      at = end + 1;
    }
    return new ServicesTable(byKey);
  }

  private static int endOfLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static void addLine(Map<Integer, String> byKey, String text, int from, int end) {
    int name = skipBlanks(text, from, end);
    int nameEnd = skipWord(text, name, end);
    int port = skipBlanks(text, nameEnd, end);
    int portEnd = skipWord(text, port, end);
    if (nameEnd - name > MAX_NAME || !isPrintable(text, name, nameEnd)) {
      return;
    }
    int key = key(text.substring(port, portEnd));
    if (key >= 0) {
      byKey.putIfAbsent(key, text.substring(name, nameEnd));
    }
  }

  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipWord(String text, int from, int end) {
    int at = from;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  @Override
  public Optional<String> nameOf(Transport transport, int port) {
    int at = Arrays.binarySearch(keys, transport.number() << 16 | port);
    return at < 0 ? Optional.empty() : Optional.of(name(at));
  }

  /** Two threads may both make a name, which is the same then. */
  private String name(int at) {
    if (names[at] == null) {
      int length = places[at] & 0xff;
      names[at] = new String(text, places[at] >>> 8, length, StandardCharsets.US_ASCII);
    }
    return names[at];
  }

  private static boolean isPrintable(String text, int from, int end) {
    for (int at = from; at < end; at++) {
      if (text.charAt(at) <= ' ' || text.charAt(at) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The key of {@code 443/tcp}, or -1. */
  private static int key(String word) {
    int slash = word.indexOf('/');
    if (slash < 1 || slash > 5) {
      return -1;
    }
    int port = 0;
    for (int i = 0; i < slash; i++) {
      char c = word.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      port = port * 10 + (c - '0');
    }
    int transport = transport(word.substring(slash + 1));
    return transport < 0 || port == 0 || port > 0xffff ? -1 : transport << 16 | port;
  }

  private static int transport(String keyword) {
    return switch (keyword) {
      case "tcp" -> Transport.TCP.number();
      case "udp" -> Transport.UDP.number();
      case "sctp" -> Transport.SCTP.number();
      case "dccp" -> DCCP.number();
      default -> -1;
    };
  }
}
