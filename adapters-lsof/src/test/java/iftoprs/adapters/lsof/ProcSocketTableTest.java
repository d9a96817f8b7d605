package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcSocketTableTest {

  @TempDir private Path proc;

  private long now;

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
  void sockets_of_other_namespaces_are_read_as_seldom_as_they_are_slow_to_read()
      throws IOException {
    record("proc/linux-x86_64.tree");
    container(30000);
    AtomicLong time = new AtomicLong();
    // Each look at the clock takes 0.1 s, so that reading a namespace seems to.
    ProcSocketTable table =
        new ProcSocketTable(
            proc, ByteOrder.LITTLE_ENDIAN, () -> time.addAndGet(100_000_000L), SocketDump.NONE);
    assertThat(heldBy(30000, table.openSockets())).hasSize(1);
    Files.writeString(proc.resolve("30000/net/tcp"), line("020011AC:0051", 888889));
    Files.createSymbolicLink(proc.resolve("30000/fd/7"), Path.of("socket:[888889]"));
    time.addAndGet(1_000_000_000L);
    assertThat(heldBy(30000, table.openSockets()))
        .extracting(socket -> socket.local().toString())
        .containsExactly("172.17.0.2:80");
    time.addAndGet(5_000_000_000L);
    assertThat(heldBy(30000, table.openSockets()))
        .extracting(socket -> socket.local().toString())
        .containsExactly("172.17.0.2:81");
  }

  @Test
  void what_an_ended_process_held_elsewhere_is_nobodys() throws IOException {
    record("proc/linux-x86_64.tree");
    container(30000);
    ProcSocketTable table = table();
    container(30001); // the namespace goes on, and with it the table
    Files.delete(proc.resolve("30001/fd/6"));
    assertThat(table.openSockets()).anyMatch(socket -> socket.namespace() != OpenSocket.HERE);
    delete(proc.resolve("30000/fd"));
    Files.delete(proc.resolve("30000/comm"));
    delete(proc.resolve("30000/ns"));
    delete(proc.resolve("30000/net"));
    Files.delete(proc.resolve("30000"));
    for (int i = 0; i < 3; i++) {
      now += 100_000_000L;
      assertThat(table.openSockets()).allMatch(socket -> socket.namespace() == OpenSocket.HERE);
    }
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

  @Test
  void sockets_of_another_network_namespace_bear_its_number() throws IOException {
    record("proc/linux-x86_64.tree");
    namespace("self", 4026531840L);
    namespace("10223", 4026531840L);
    namespace("10265", 4026531840L);
    container(30000);
    List<OpenSocket> sockets = table().openSockets();
    assertThat(heldBy(30000, sockets))
        .singleElement()
        .satisfies(socket -> assertThat(socket.local()).hasToString("172.17.0.2:80"))
        .returns(4026532200L, OpenSocket::namespace);
    assertThat(heldBy(10223, sockets)).hasSize(10).allMatch(it -> it.namespace() == 0);
  }

  /** A web server at 172.17.0.2:80 in a namespace of its own. */
  private void container(int pid) throws IOException {
    Path process = Files.createDirectories(proc.resolve(Integer.toString(pid)));
    namespace(process.getFileName().toString(), 4026532200L);
    Files.createDirectories(process.resolve("net"));
    Files.createDirectories(process.resolve("fd"));
    Files.writeString(process.resolve("comm"), "nginx\n");
    Files.createSymbolicLink(process.resolve("fd/6"), Path.of("socket:[888888]"));
    Files.writeString(process.resolve("net/tcp"), line("020011AC:0050", 888888));
  }

  private static String line(String local, int inode) {
    return "  0: "
        + local
        + " 01000A0A:C350 01 00000000:00000000 00:00000000 00000000     0        0 "
        + inode
        + " 1 0000000000000000 20 4 30 10 -1\n";
  }

  private void namespace(String process, long number) throws IOException {
    Path folder = Files.createDirectories(proc.resolve(process).resolve("ns"));
    Files.createSymbolicLink(folder.resolve("net"), Path.of("net:[" + number + "]"));
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<OpenSocket> heldBy(int pid, List<OpenSocket> sockets) {
    return sockets.stream().filter(socket -> socket.pid() == pid).toList();
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

  private ProcSocketTable table() {
    return new ProcSocketTable(proc, ByteOrder.LITTLE_ENDIAN, () -> now, SocketDump.NONE);
  }

  /**
   * Lays out a tree from lines {@code file PATH}, followed by content, and {@code link PATH TO}.
   */
  private void record(String name) throws IOException {
    Files.createDirectories(proc.resolve("1/fd"));
    Path file = proc.resolve("net");
    StringBuilder content = new StringBuilder();
    for (String line : (Listing.recorded(name) + "link end /").split("\n")) {
      String[] words = line.split(" ", 3);
      boolean starts = words[0].equals("file") || words[0].equals("link");
      if (!starts) {
        content.append(line).append('\n');
        continue;
      }
      if (!content.isEmpty()) {
        Files.writeString(file, content);
        content.setLength(0);
      }
      file = proc.resolve(words[1]);
      Files.createDirectories(file.getParent());
      if (words[0].equals("link") && !words[1].equals("end")) {
        Files.createSymbolicLink(file, Path.of(words[2]));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
