package iftoprs.adapters.lsof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.adapters.lsof.ProcNet.Line;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running kernel's answers against its own text. */
class SocketDiagTest {

  private static final Path NET = Path.of("/proc/net");

  private final SocketDiag diag = new SocketDiag();
  private final List<NetworkChannel> channels = new ArrayList<>();

  @BeforeEach
  void needs_a_kernel_that_can() {
    boolean able =
        diag.list(Transport.TCP, it -> {}) && new SocketDiag().list(Transport.UDP, it -> {});
    assumeTrue(able || "true".equals(System.getenv("CI")), "no sock_diag here");
  }

  @AfterEach
  void close() throws IOException {
    for (NetworkChannel channel : channels) {
      channel.close();
    }
  }

  @Test
  void tells_of_a_socket_what_the_text_tells() throws IOException {
    ServerSocketChannel server = keep(ServerSocketChannel.open());
    server.bind(new InetSocketAddress("127.0.0.1", 0));
    keep(SocketChannel.open(server.getLocalAddress()));
    keep(server.accept());
    DatagramChannel mapped = keep(DatagramChannel.open());
    mapped.connect(new InetSocketAddress("127.0.0.1", 9));
    keep(DatagramChannel.open(StandardProtocolFamily.INET)).bind(new InetSocketAddress(0));
    Map<Long, Line> asked = listed(diag);
    Map<Long, Line> read = listed(SocketDump.NONE);
    for (long inode : ownInodes()) {
      assertThat(asked.get(inode)).isEqualTo(read.get(inode));
    }
    assertThat(ownInodes()).hasSizeGreaterThanOrEqualTo(5).allMatch(asked::containsKey);
  }

  @Test
  void lists_more_than_fits_into_one_datagram() throws IOException {
    for (int i = 0; i < 600; i++) {
      keep(DatagramChannel.open(StandardProtocolFamily.INET)).bind(new InetSocketAddress(0));
    }
    List<Line> asked = new ArrayList<>();
    assertThat(diag.list(Transport.UDP, asked::add)).isTrue();
    assertThat(asked).extracting(Line::inode).containsAll(ownInodes());
    assertThat(ownInodes()).hasSizeGreaterThanOrEqualTo(600);
  }

  @Test
  void what_the_kernel_cannot_list_is_left_to_the_text() {
    Transport unheardOf = new Transport(200);
    List<Line> asked = new ArrayList<>();
    assertThat(diag.list(unheardOf, asked::add)).isFalse();
    assertThat(asked).isEmpty();
    assertThat(diag.list(Transport.TCP, it -> {})).isTrue();
  }

  private static Map<Long, Line> listed(SocketDump dump) {
    NetTables tables = new NetTables(ByteOrder.nativeOrder(), dump);
    tables.addDatagrams(NET, OpenSocket.HERE);
    tables.addOthers(NET, OpenSocket.HERE);
    return tables.byInode();
  }

  /** Those of this process that the text knows. */
  private static List<Long> ownInodes() throws IOException {
    Map<Long, Line> text = listed(SocketDump.NONE);
    List<Long> own = new ArrayList<>();
    try (var links = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path link : links) {
        long inode = inode(link);
        if (text.containsKey(inode)) {
          own.add(inode);
        }
      }
    }
    return own;
  }

  private static long inode(Path link) {
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("socket:[")
          ? ProcNet.inode(target.substring(8, target.length() - 1))
          : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private <C extends NetworkChannel> C keep(C channel) {
    channels.add(channel);
    return channel;
  }
}
