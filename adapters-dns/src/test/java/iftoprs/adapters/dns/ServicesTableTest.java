package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ServiceNamesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTableTest extends ServiceNamesContract {

  private static final Path LIST = Path.of("../packaging/services/src/main/data/services.csv");

  @Override
  protected ServiceNames names() {
    return ServicesTable.bundled();
  }

  /** The list that the build has made the table of. */
  @Test
  void the_bundled_table_says_what_its_list_says() throws IOException {
    ServicesTable table = ServicesTable.bundled();
    Map<String, Transport> transports =
        Map.of(
            "tcp", Transport.TCP,
            "udp", Transport.UDP,
            "sctp", Transport.SCTP,
            "dccp", new Transport(33));
    Map<String, String> listed = new HashMap<>();
    for (String line : Files.readAllLines(LIST)) {
      String[] words = line.split(",");
      if (words.length == 3 && transports.containsKey(words[2])) {
        Transport transport = transports.get(words[2]);
        int port = Integer.parseInt(words[1]);
        assertThat(table.nameOf(transport, port)).as(line).contains(words[0]);
        listed.put(transport.number() + "/" + port, words[0]);
      }
    }
    assertThat(listed).hasSizeGreaterThan(10_000);
    for (Transport transport : transports.values()) {
      for (int port = 1; port <= 0xffff; port++) {
        assertThat(table.nameOf(transport, port).isPresent())
            .isEqualTo(listed.containsKey(transport.number() + "/" + port));
      }
    }
  }

  @Test
  void the_first_line_of_a_port_counts() {
    ServicesTable table = ServicesTable.parse("first 7/tcp alias\nsecond\t7/tcp\nthird 7/udp # x");
    assertThat(table.nameOf(Transport.TCP, 7)).contains("first");
    assertThat(table.nameOf(Transport.UDP, 7)).contains("third");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "x 7",
        "x 7/",
        "x /tcp",
        "x 0/tcp",
        "x 65536/tcp",
        "x 99999999999/tcp",
        "x -7/tcp",
        "x 7/TCP",
        "x 7/icmp",
        "# x 7/tcp",
        "\u001b[2J 7/tcp",
        "\u00e9 7/tcp",
        "x 7 /tcp"
      })
  void lines_without_sense_are_passed_over(String line) {
    ServicesTable table = ServicesTable.parse(line + "\nok 9/sctp");
    assertThat(table.nameOf(Transport.TCP, 7)).isEmpty();
    assertThat(table.nameOf(Transport.SCTP, 9)).contains("ok");
  }

  @Test
  void a_system_without_a_table_gets_the_bundled_one(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("services");
    assertThat(ServicesTable.of(file).nameOf(Transport.TCP, 443)).contains("https");
    Files.writeString(file, "# empty\n");
    assertThat(ServicesTable.of(file).nameOf(Transport.TCP, 443)).contains("https");
    Files.writeString(file, "mine 443/tcp\n");
    assertThat(ServicesTable.of(file).nameOf(Transport.TCP, 443)).contains("mine");
  }

  /** A look for a comment beyond the line would go through all the rest for each line. */
  @Test
  @Timeout(20)
  void the_largest_table_without_a_comment_is_read_in_one_go() {
    String text = "some-service 7/tcp\n".repeat(220_000) + "last 9/udp";
    assertThat(ServicesTable.parse(text).nameOf(Transport.UDP, 9)).contains("last");
  }
}
