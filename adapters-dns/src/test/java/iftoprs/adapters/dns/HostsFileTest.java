package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {

  @Test
  void the_first_name_of_the_first_line_counts() {
    HostsFile file = HostsFile.parse("# c\n\t192.0.2.1  one uno # x\r\n192.0.2.1 two\n::1 six");
    assertThat(file.nameOf(address("192.0.2.1"))).contains("one");
    assertThat(file.nameOf(address("::1"))).contains("six");
  }

  @Test
  void lines_without_sense_are_passed_over() {
    HostsFile file = HostsFile.parse("192.0.2.1\n192.0.2 x\n\n \0\n#\n192.0.2.2 . \n192.0.2.3 ok");
    assertThat(file.nameOf(address("192.0.2.1"))).isEmpty();
    assertThat(file.nameOf(address("192.0.2.2"))).isEmpty();
    assertThat(file.nameOf(address("192.0.2.3"))).contains("ok");
  }

  @Test
  void bytes_that_cannot_be_shown_are_escaped() {
    assertThat(HostsFile.parse("192.0.2.1 a\u001b[2Jb").nameOf(address("192.0.2.1")))
        .contains("a\\027[2Jb");
  }

  @Test
  void international_names_are_readable_as_those_of_servers_are() {
    HostsFile file = HostsFile.parse("192.0.2.1 xn--bcher-kva.lan\n192.0.2.2 xn--pple-43d.lan");
    assertThat(file.nameOf(address("192.0.2.1"))).contains("b\u00fccher.lan");
    assertThat(file.nameOf(address("192.0.2.2"))).contains("xn--pple-43d.lan (\u0430pple.lan)");
  }

  @Test
  void a_missing_file_names_nothing(@TempDir Path folder) {
    assertThat(HostsFile.read(folder.resolve("hosts")).nameOf(address("::1"))).isEmpty();
  }

  @Test
  void the_file_is_read_when_needed_and_kept(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("hosts");
    ReadAnew<HostsFile> onDemand = new ReadAnew<>(path, () -> HostsFile.read(path));
    Files.writeString(path, "::1 here");
    HostsFile first = onDemand.get();
    assertThat(first.nameOf(address("::1"))).contains("here");
    assertThat(onDemand.get()).isSameAs(first);
  }

  @Test
  void a_file_that_has_changed_is_read_anew(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("hosts");
    ReadAnew<HostsFile> onDemand = new ReadAnew<>(path, () -> HostsFile.read(path));
    assertThat(onDemand.get().nameOf(address("::1"))).isEmpty();
    Files.writeString(path, "::1 here");
    assertThat(onDemand.get().nameOf(address("::1"))).contains("here");
    Files.writeString(path, "::1 there");
    Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH));
    assertThat(onDemand.get().nameOf(address("::1"))).contains("there");
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
