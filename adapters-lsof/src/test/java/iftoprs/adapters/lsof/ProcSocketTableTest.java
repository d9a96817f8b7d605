package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcSocketTableTest extends ProcTree {

  @Test
  void a_recorded_tree_is_read_as_expected() throws IOException {
    record("proc/linux-x86_64.tree");
    assertThat(Listing.of(table().openSockets()))
        .containsExactlyInAnyOrderElementsOf(Listing.expected("proc/linux-x86_64"));
  }

  @Test
  void a_process_that_is_gone_is_passed_over() throws IOException {
    record("proc/linux-x86_64.tree");
    delete(proc.resolve("10223/fd"));
    assertThat(table().openSockets()).hasSize(10).allMatch(socket -> socket.pid() == 10265);
  }

  @Test
  void a_process_that_goes_before_its_name_is_read_has_none() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.delete(proc.resolve("10223/comm"));
    assertThat(table().openSockets())
        .filteredOn(socket -> socket.pid() == 10223)
        .hasSize(10)
        .allMatch(socket -> socket.process().isEmpty());
  }

  @Test
  void a_name_cut_by_the_kernel_is_completed_by_the_executable_too() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.writeString(proc.resolve("10265/cmdline"), "renamed itself");
    Path exe = proc.resolve("10265/exe");
    Files.delete(exe);
    Files.createSymbolicLink(exe, Path.of("/opt/wetter-stations-wart (deleted)"));
    assertThat(table().openSockets())
        .filteredOn(socket -> socket.pid() == 10265)
        .allMatch(socket -> socket.process().equals("wetter-stations-wart"));
  }

  @Test
  void without_ipv6_the_rest_is_listed() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.delete(proc.resolve("net/tcp6"));
    Files.delete(proc.resolve("net/udp6"));
    assertThat(table().openSockets())
        .hasSize(10)
        .noneMatch(socket -> socket.local().address().isIpv6());
  }

  @Test
  void a_folder_without_the_tables_is_one_line_that_says_what_to_do() {
    assertThatThrownBy(() -> table().openSockets())
        .isInstanceOf(IOException.class)
        .hasMessage("cannot read " + proc + "/net; use -Z to switch process names off");
  }

  @Test
  void strange_entries_are_passed_over() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.createDirectories(proc.resolve("99999999999999/fd"));
    Files.writeString(proc.resolve("12"), "no folder");
    Path descriptors = Files.createDirectories(proc.resolve("13/fd"));
    Files.writeString(descriptors.resolve("0"), "no link");
    Files.createSymbolicLink(descriptors.resolve("1"), Path.of("socket:[]"));
    Files.createSymbolicLink(descriptors.resolve("2"), Path.of("socket:[-1]"));
    Files.createSymbolicLink(descriptors.resolve("3"), Path.of("socket:[57457"));
    assertThat(table().openSockets()).hasSize(20);
  }

  @Test
  void sockets_without_visible_holder_are_listed_as_hidden() throws IOException {
    record("proc/linux-x86_64.tree");
    delete(proc.resolve("1/fd"));
    delete(proc.resolve("10223/fd"));
    delete(proc.resolve("10265/fd"));
    assertThat(table().openSockets())
        .hasSize(11)
        .allMatch(socket -> socket.pid() == OpenSocket.HIDDEN && socket.process().isEmpty());
  }

  @Test
  void a_socket_that_stays_without_holder_is_the_kernels() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    assertThat(table.openSockets()).noneMatch(socket -> socket.pid() == OpenSocket.KERNEL);
    assertThat(table.openSockets())
        .filteredOn(socket -> socket.pid() == OpenSocket.KERNEL)
        .singleElement()
        .satisfies(socket -> assertThat(socket.local()).hasToString("0.0.0.0:2024"));
  }

  @Test
  void the_list_is_the_very_same_until_something_changes() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    table.openSockets(); // what the kernel holds is told by the second one
    List<OpenSocket> before = table.openSockets();
    now += 1_000_000_000L;
    assertThat(table.openSockets()).isSameAs(before);
    Files.writeString(proc.resolve("10223/comm"), "execed\n");
    now += 1_000_000_000L;
    assertThat(table.openSockets()).isNotEqualTo(before).hasSameSizeAs(before);
  }

  @Test
  void within_ten_seconds_of_a_check_known_processes_are_not_looked_into_again()
      throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    List<OpenSocket> first = table.openSockets();
    delete(proc.resolve("10223/fd"));
    now += 9_900_000_000L;
    assertThat(table.openSockets()).containsAll(first);
    now += 100_000_000L;
    assertThat(table.openSockets()).noneMatch(socket -> socket.pid() == 10223);
  }

  @Test
  void a_socket_that_is_handed_over_is_its_new_holders_after_ten_seconds() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.createDirectories(proc.resolve("20000/fd"));
    ProcSocketTable table = table();
    assertThat(heldBy(10223, table.openSockets())).hasSize(10);
    Path link = aSocketOf("10223");
    delete(proc.resolve("10265/fd"));
    Files.move(link, proc.resolve("20000/fd/7"));
    now += 10_000_000_000L;
    List<OpenSocket> after = table.openSockets();
    assertThat(heldBy(10223, after)).hasSize(9);
    assertThat(heldBy(20000, after)).hasSize(1);
  }

  @Test
  void a_further_holder_is_listed_after_a_minute_at_the_latest() throws IOException {
    record("proc/linux-x86_64.tree");
    Files.createDirectories(proc.resolve("20000/fd"));
    ProcSocketTable table = table();
    table.openSockets();
    Files.createSymbolicLink(proc.resolve("20000/fd/7"), target(aSocketOf("10223")));
    now += 59_000_000_000L;
    assertThat(heldBy(20000, table.openSockets())).isEmpty();
    now += 1_000_000_000L;
    List<OpenSocket> after = table.openSockets();
    assertThat(heldBy(10223, after)).hasSize(10);
    assertThat(heldBy(20000, after)).hasSize(1);
  }

  @Test
  void a_process_that_has_long_been_there_is_called_by_its_new_name_after_ten_seconds()
      throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    table.openSockets();
    now += 30_000_000_000L;
    table.openSockets();
    Files.writeString(proc.resolve("10223/comm"), "execed\n");
    now += 10_000_000_000L;
    assertThat(heldBy(10223, table.openSockets()))
        .hasSize(10)
        .allMatch(socket -> socket.process().equals("execed"));
  }

  private Path aSocketOf(String process) throws IOException {
    try (var links = Files.list(proc.resolve(process).resolve("fd"))) {
      return links
          .filter(link -> target(link).toString().startsWith("socket:"))
          .filter(link -> link.endsWith("3"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void what_an_ended_process_held_is_its_heirs_at_once() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    List<OpenSocket> held = heldBy(10223, table.openSockets());
    assertThat(held).hasSize(10);
    Files.move(proc.resolve("10223"), proc.resolve("10300"));
    now += 100_000_000L;
    List<OpenSocket> after = table.openSockets();
    assertThat(heldBy(10223, after)).isEmpty();
    assertThat(heldBy(10300, after)).hasSize(10);
  }

  @Test
  void a_child_that_inherits_is_listed_when_it_begins() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    table.openSockets();
    Path inherited = target(aSocketOf("10223"));
    Files.createDirectories(proc.resolve("20000/fd"));
    Files.writeString(proc.resolve("20000/comm"), "child\n");
    Files.createSymbolicLink(proc.resolve("20000/fd/3"), inherited);
    now += 100_000_000L;
    List<OpenSocket> after = table.openSockets();
    assertThat(heldBy(20000, after)).hasSize(1);
    assertThat(heldBy(10223, after)).hasSize(10);
  }

  @Test
  void a_process_that_becomes_another_program_is_called_by_its_new_name() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    table.openSockets();
    Files.writeString(proc.resolve("10223/comm"), "execed\n");
    now += 1_000_000_000L;
    assertThat(heldBy(10223, table.openSockets()))
        .hasSize(10)
        .allMatch(socket -> socket.process().equals("execed"));
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_new_socket_is_found_at_once() throws IOException {
    record("proc/linux-x86_64.tree");
    ProcSocketTable table = table();
    table.openSockets();
    Files.writeString(
        proc.resolve("net/udp"),
        "  77: 0100000A:9C40 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0"
            + " 777777 2 0000000000000000 0\n",
        StandardOpenOption.APPEND);
    Files.createDirectories(proc.resolve("20000/fd"));
    Files.writeString(proc.resolve("20000/comm"), "dig\n");
    Files.createSymbolicLink(proc.resolve("20000/fd/3"), Path.of("socket:[777777]"));
    now += 100_000_000L;
    assertThat(table.openSockets())
        .filteredOn(socket -> socket.pid() == 20000)
        .singleElement()
        .returns("dig", OpenSocket::process);
  }

  @Test
  void a_client_of_this_system_is_found_while_it_lives() throws IOException {
    assumeTrue(
        Files.isReadable(Path.of("/proc/net/udp")) || "true".equals(System.getenv("CI")),
        "only Linux has /proc/net");
    ProcSocketTable table = new ProcSocketTable(Path.of("/proc"));
    table.openSockets();
    int pid = (int) ProcessHandle.current().pid();
    int found = 0;
    for (int i = 0; i < 20; i++) {
      try (DatagramSocket client = new DatagramSocket()) {
        int port = client.getLocalPort();
        found +=
            table.openSockets().stream()
                    .anyMatch(socket -> socket.pid() == pid && socket.local().port() == port)
                ? 1
                : 0;
      }
    }
    assertThat(found).isEqualTo(20);
  }
}
