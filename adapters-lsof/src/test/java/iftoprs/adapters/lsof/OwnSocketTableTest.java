package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.Endpoint;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.OwnSockets;
import iftoprs.ports.OwnSockets.Connection;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SocketTable.Clocks;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSocketTableTest {

  private static final OpenSocket OTHER =
      new OpenSocket(Transport.TCP, end(1, 80), Optional.empty(), 42, "nginx");

  @TempDir private Path self;

  private final Deque<Connection> opened = new ArrayDeque<>();
  private final OwnSockets own =
      () -> {
        List<Connection> taken = List.copyOf(opened);
        opened.clear();
        return taken;
      };

  @Test
  void what_this_program_opened_is_listed_once_with_the_name_and_the_facts_of_its_process()
      throws IOException {
    Files.writeString(self.resolve("comm"), "java\n");
    Files.writeString(self.resolve("cmdline"), "java\0-m\0bootstrap\0");
    SocketTable table = over(() -> List.of(OTHER));
    opened.add(new Connection(Transport.UDP, end(1, 40_000), end(2, 53)));
    assertThat(table.openSockets())
        .hasSize(2)
        .contains(OTHER)
        .last()
        .satisfies(
            socket -> {
              assertThat(socket.transport()).isEqualTo(Transport.UDP);
              assertThat(socket.local()).isEqualTo(end(1, 40_000));
              assertThat(socket.remote()).contains(end(2, 53));
              assertThat(socket.pid()).isEqualTo((int) ProcessHandle.current().pid());
              assertThat(socket.process()).isEqualTo("java");
              assertThat(socket.facts().commandLine()).isEqualTo("java -m bootstrap");
              assertThat(socket.namespace()).isEqualTo(OpenSocket.HERE);
            });
    assertThat(table.openSockets()).containsExactly(OTHER);
  }

  @Test
  void one_that_was_listed_while_it_opened_is_ours_and_nobody_elses() throws IOException {
    Optional<Endpoint> server = Optional.of(end(2, 53));
    OpenSocket unheld =
        new OpenSocket(Transport.UDP, end(1, 40_000), server, OpenSocket.HIDDEN, "");
    OpenSocket neighbour = new OpenSocket(Transport.UDP, end(1, 40_001), server, 7, "dig");
    SocketTable table = over(() -> List.of(unheld, neighbour));
    opened.add(new Connection(Transport.UDP, end(1, 40_000), end(2, 53)));
    assertThat(table.openSockets())
        .extracting(OpenSocket::pid)
        .containsExactly(7, (int) ProcessHandle.current().pid());
  }

  @Test
  void one_that_is_listed_while_it_closes_stays_ours() throws IOException {
    Optional<Endpoint> server = Optional.of(end(2, 53));
    OpenSocket unheld =
        new OpenSocket(Transport.UDP, end(1, 40_000), server, OpenSocket.HIDDEN, "");
    List<OpenSocket> open = new ArrayList<>();
    SocketTable table = over(() -> List.copyOf(open));
    opened.add(new Connection(Transport.UDP, end(1, 40_000), end(2, 53)));
    int ourselves = (int) ProcessHandle.current().pid();
    assertThat(table.openSockets()).extracting(OpenSocket::pid).containsExactly(ourselves);
    open.add(unheld);
    assertThat(table.openSockets()).extracting(OpenSocket::pid).containsExactly(ourselves);
    assertThat(table.openSockets()).extracting(OpenSocket::pid).containsExactly(ourselves);
    open.clear();
    assertThat(table.openSockets()).isEmpty();
    open.add(unheld); // another one, at the same port
    assertThat(table.openSockets()).containsExactly(unheld);
  }

  @Test
  void without_a_folder_that_tells_of_it_a_process_has_its_programs_name() throws IOException {
    SocketTable table = over(List::of);
    opened.add(new Connection(Transport.UDP, end(1, 40_000), end(2, 53)));
    assertThat(table.openSockets())
        .singleElement()
        .satisfies(socket -> assertThat(socket.process()).startsWith("java"));
  }

  @Test
  void the_list_of_the_system_is_handed_on_as_it_is() throws IOException {
    List<OpenSocket> open = List.of(OTHER);
    assertThat(over(() -> open).openSockets()).isSameAs(open);
  }

  @Test
  void a_table_that_fails_fails_and_nothing_is_forgotten() throws IOException {
    boolean[] works = {false};
    SocketTable table =
        over(
            () -> {
              if (!works[0]) {
                throw new IOException("no");
              }
              return List.of();
            });
    opened.add(new Connection(Transport.UDP, end(1, 40_000), end(2, 53)));
    assertThatThrownBy(table::openSockets).isInstanceOf(IOException.class);
    works[0] = true;
    assertThat(table.openSockets()).hasSize(1);
  }

  @Test
  void is_as_complete_as_the_table_of_the_system() {
    SocketTable partly =
        new SocketTable() {
          @Override
          public List<OpenSocket> openSockets() {
            return List.of();
          }

          @Override
          public boolean listsEverySocket() {
            return false;
          }
        };
    assertThat(over(partly).listsEverySocket()).isFalse();
    assertThat(over(List::of).listsEverySocket()).isTrue();
  }

  @Test
  void is_measured_by_the_clocks_of_the_table_of_the_system() {
    Optional<Clocks> clocks = Optional.of(new Clocks(7, OptionalLong.of(3)));
    SocketTable measured =
        new SocketTable() {
          @Override
          public List<OpenSocket> openSockets() {
            return List.of();
          }

          @Override
          public Optional<Clocks> clocks() {
            return clocks;
          }
        };
    assertThat(over(measured).clocks()).isSameAs(clocks);
    assertThat(over(List::of).clocks()).isEmpty();
  }

  private SocketTable over(SocketTable table) {
    return new OwnSocketTable(table, own, self);
  }

  private static Endpoint end(int host, int port) {
    return new Endpoint(IpAddress.ipv4(0xc0000200 + host), port);
  }
}
