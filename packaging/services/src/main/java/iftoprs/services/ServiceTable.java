package iftoprs.services;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a list of services as a table that is read without parsing: a start of the program has no
 * time to parse ten thousand lines.
 *
 * <p>The table: the number of services; a key each, ascending, transport number above and port in
 * the lower 16 bits; a place each, start of its name above and length in the lower 8 bits; then the
 * names in ASCII, each once. Numbers have 32 bits, the highest byte first.
 */
public final class ServiceTable {

  private static final String TITLE = "name,port,transport";
  private static final int MOST_PORTS = 32_767;
  private static final int LONGEST_NAME = 64;

  private static final Map<String, Integer> TRANSPORTS =
      Map.of("tcp", 6, "udp", 17, "sctp", 132, "dccp", 33);

  private final Map<Integer, String> names = new TreeMap<>();

  private ServiceTable() {}

  /**
   * Writes the table.
   *
   * @param arguments the list, and the file to write
   * @throws IOException if one of them cannot be read or written
   */
  public static void main(String[] arguments) throws IOException {
    byte[] table = of(Files.readAllLines(Path.of(arguments[0]), StandardCharsets.US_ASCII));
    Path file = Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    Files.write(file, table);
  }

  /**
   * The table of a list.
   *
   * @param lines {@code name,port,transport}; empty ones, the title and what starts with # are
   *     passed over
   * @throws IllegalArgumentException if a line makes no sense or names a service anew
   */
  static byte[] of(List<String> lines) throws IOException {
    ServiceTable table = new ServiceTable();
    for (String line : lines) {
      if (!line.isEmpty() && !line.startsWith("#") && !line.equals(TITLE)) {
        table.add(line);
      }
    }
    return table.bytes();
  }

  private void add(String line) {
    String[] words = line.split(",", -1);
    require(words.length == 3, line);
    require(words[0].matches("[!-~]{1," + LONGEST_NAME + "}"), line);
    require(words[1].matches("[1-9][0-9]{0,4}"), line);
    require(TRANSPORTS.containsKey(words[2]), line);
    int port = Integer.parseInt(words[1]);
    require(port <= MOST_PORTS, line);
    require(names.put(TRANSPORTS.get(words[2]) << 16 | port, words[0]) == null, line);
  }

  private static void require(boolean sense, String line) {
    if (!sense) {
      throw new IllegalArgumentException("no service of its own: " + line);
    }
  }

  private byte[] bytes() throws IOException {
    StringBuilder text = new StringBuilder();
    Map<String, Integer> starts = new TreeMap<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(names.size());
    for (int key : names.keySet()) {
      out.writeInt(key);
    }
    for (String name : names.values()) {
      Integer start = starts.putIfAbsent(name, text.length());
      if (start == null) {
        start = text.length();
        text.append(name);
      }
      out.writeInt(start << 8 | name.length());
    }
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
