package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.LinkDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemLinksTest {

  @TempDir Path devices;

  private void write(String file, String content) throws IOException {
    Path path = devices.resolve("eth0").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content + "\n");
  }

  @Test
  void device_tells_carrier_length_speed_and_kind() throws IOException {
    write("carrier", "1");
    write("mtu", "9000");
    write("speed", "10000");
    write("type", "1");
    assertThat(SystemLinks.in(devices, "eth0"))
        .isEqualTo(
            new LinkDetails(
                Optional.of(true),
                OptionalInt.of(9000),
                OptionalInt.of(10000),
                Optional.of("Ethernet")));
  }

  @Test
  void what_is_not_known_is_left_open() throws IOException {
    write("speed", "-1");
    write("carrier", "");
    assertThat(SystemLinks.in(devices, "eth0"))
        .isEqualTo(
            new LinkDetails(
                Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"772, loopback", "65534, raw IP", "512, PPP", "803, 802.11", "4711, type 4711"})
  void kinds_have_names(String number, String name) throws IOException {
    write("type", number);
    assertThat(SystemLinks.in(devices, "eth0").kind()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../eth0", "a/b", "", "absent"})
  void names_that_are_none_lead_nowhere(String name) throws IOException {
    write("mtu", "1500");
    Files.writeString(devices.resolve("mtu"), "1");
    assertThat(SystemLinks.in(devices, name).mtu()).isEmpty();
  }
}
