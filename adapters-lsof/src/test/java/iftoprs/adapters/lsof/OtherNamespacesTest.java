package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.OpenSocket;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sockets of network namespaces beside the own one. */
class OtherNamespacesTest extends ProcTree {

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
  void a_namespace_rests_while_its_devices_carry_nothing() throws IOException {
    record("proc/linux-x86_64.tree");
    container(30000);
    Path counters = proc.resolve("30000/net/dev");
    Files.writeString(counters, " face |bytes\n    lo:  17  1\n  eth0:  60  1\n");
    ProcSocketTable table = table();
    table.openSockets();
    seconds(1, table); // the first look tells what was carried before
    Files.writeString(proc.resolve("30000/net/tcp"), line("020011AC:0051", 888889));
    Files.createSymbolicLink(proc.resolve("30000/fd/7"), Path.of("socket:[888889]"));

    Files.writeString(counters, " face |bytes\n    lo:  99  7\n  eth0:  60  1\n");
    assertThat(seconds(1, table)).containsExactly("172.17.0.2:80");
    Files.writeString(counters, " face |bytes\n    lo:  99  7\n  eth0:  61  2\n");
    assertThat(seconds(1, table)).containsExactly("172.17.0.2:81");
  }

  private List<String> seconds(long seconds, ProcSocketTable table) throws IOException {
    now += seconds * 1_000_000_000L;
    return heldBy(30000, table.openSockets()).stream()
        .map(socket -> socket.local().toString())
        .toList();
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
}
