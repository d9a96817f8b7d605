package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ServiceNamesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTableTest extends ServiceNamesContract {

  @Override
  protected ServiceNames names() {
    return ServicesTable.bundled();
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
