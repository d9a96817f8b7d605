package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sockets of this very process, watched by the packaged program: every byte, and whose it is.
 *
 * <p>Linux shows each frame once on the loopback device, with a link header like Ethernet's.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LoopbackIT {

  private static final String LINES = "6";
  private static final int LINK_HEADER = 14;
  private static final int UDP_HEADER = 8;
  private static final int TCP_HEADER = 20;

  /** Ports below those that the system hands out, so that the other end is the local one. */
  private static final int SERVICE = 20_000;

  private static final int SERVICES = 100;

  private final JsonMapper json = new JsonMapper();

  @TempDir Path folder;

  private Sandbox sandbox;

  @BeforeEach
  void open() {
    Needs.root();
    Needs.linux();
    sandbox = new Sandbox(folder);
  }

  @AfterEach
  void close() throws Exception {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 20", "::1, 40"})
  void datagrams_are_counted_to_the_byte(String address, int ipHeader) throws Exception {
    try (DatagramChannel sender = DatagramChannel.open();
        DatagramChannel receiver = DatagramChannel.open()) {
      receiver.setOption(StandardSocketOptions.SO_RCVBUF, 1 << 20);
      sender.bind(new InetSocketAddress(address, 0));
      int service = bindToService(receiver, address);
      sender.connect(receiver.getLocalAddress());
      receiver.connect(sender.getLocalAddress());
      Process program = watch();
      long sent = 0;
      for (int length = 1; length <= 500; length++) {
        sent += sender.write(ByteBuffer.allocate(length));
      }
      long answered = 0;
      for (int length = 1200; length < 1300; length++) {
        answered += receiver.write(ByteBuffer.allocate(length));
      }
      List<JsonNode> lines = rest(program);
      assertIdentity(lines);
      JsonNode flow = flow(lines.getLast(), service);
      int headers = LINK_HEADER + ipHeader + UDP_HEADER;
      assertThat(flow.get("protocol").asString()).isEqualTo("UDP");
      assertThat(flow.get("source").asString()).isEqualTo(address);
      assertThat(flow.get("source_port").asInt()).isEqualTo(port(sender));
      assertThat(flow.get("destination").asString()).isEqualTo(address);
      assertThat(flow.get("direction_basis").asString()).isEqualTo("service-port");
      assertThat(flow.get("tx_packets").asLong()).isEqualTo(500);
      assertThat(flow.get("tx_bytes").asLong()).isEqualTo(sent + 500L * headers);
      assertThat(flow.get("rx_packets").asLong()).isEqualTo(100);
      assertThat(flow.get("rx_bytes").asLong()).isEqualTo(answered + 100L * headers);
      assertThat(flow.get("rate_40s").asLong())
          .isEqualTo((sent + answered + 600L * headers) / lines.getLast().get("elapsed").asInt());
      assertOwned(flow);
    }
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 20", "::1, 40"})
  void a_transfer_is_counted_with_its_headers(String address, int ipHeader) throws Exception {
    int length = 3_000_000;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      Process program = watch();
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket accepted = server.accept()) {
        Thread writer = Thread.startVirtualThread(() -> write(client, length));
        assertThat(accepted.getInputStream().readNBytes(length)).hasSize(length);
        writer.join();
        List<JsonNode> lines = rest(program);
        assertIdentity(lines);
        JsonNode flow = flow(lines.getLast(), server.getLocalPort());
        long headers = LINK_HEADER + ipHeader + TCP_HEADER;
        assertThat(flow.get("protocol").asString()).isEqualTo("TCP");
        assertThat(flow.get("source_port").asInt()).isEqualTo(client.getLocalPort());
        assertThat(flow.get("tx_bytes").asLong())
            .isBetween(length + headers * flow.get("tx_packets").asLong(), length * 11L / 10);
        assertThat(flow.get("rx_bytes").asLong())
            .isBetween(headers * flow.get("rx_packets").asLong(), length / 10L);
        assertThat(flow.get("direction_basis").asString()).isEqualTo("first-seen");
        assertOwned(flow);
      }
    }
  }

  /** Starts the program and waits until it counts. */
  private Process watch() throws IOException {
    Process program = sandbox.start(Sandbox.image("-i", "lo", "--json", "-n", "--duration", LINES));
    JsonNode first = json.readTree(program.inputReader().readLine());
    assertThat(first.get("capture").asString()).isEqualTo("lo");
    return program;
  }

  private List<JsonNode> rest(Process program) throws IOException, InterruptedException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Sandbox.rest(program)) {
      lines.add(json.readTree(line));
    }
    assertThat(Sandbox.waitFor(program)).isZero();
    assertThat(lines).hasSize(Integer.parseInt(LINES) - 1);
    assertThat(lines.getLast().get("state").asString()).isEqualTo("ended");
    return lines;
  }

  /** All frames are in a flow, idle or in a named bucket, and none was lost, in every line. */
  private static void assertIdentity(List<JsonNode> lines) {
    for (JsonNode line : lines) {
      long frames = line.get("idle").get("packets").asLong();
      long bytes = line.get("idle").get("bytes").asLong();
      for (JsonNode flow : line.get("flows")) {
        frames += flow.get("tx_packets").asLong() + flow.get("rx_packets").asLong();
        bytes += flow.get("tx_bytes").asLong() + flow.get("rx_bytes").asLong();
      }
      long unaccounted = 0;
      for (JsonNode bucket : line.get("unaccounted")) {
        frames += bucket.get("packets").asLong();
        unaccounted += bucket.get("bytes").asLong();
      }
      assertThat(frames).isEqualTo(line.get("frames").asLong()).isPositive();
      assertThat(bytes + unaccounted).isEqualTo(line.get("bytes").asLong());
      assertThat(line.get("tx_bytes").asLong() + line.get("rx_bytes").asLong() + unaccounted)
          .isEqualTo(line.get("bytes").asLong());
      assertThat(line.get("loss")).hasSize(3).allMatch(lost -> lost.asLong() == 0);
    }
  }

  private static JsonNode flow(JsonNode line, int destinationPort) {
    for (JsonNode flow : line.get("flows")) {
      if (flow.get("destination_port").asInt() == destinationPort) {
        return flow;
      }
    }
    throw new AssertionError("no flow to port " + destinationPort + " in " + line);
  }

  private static void assertOwned(JsonNode flow) throws IOException {
    long self = ProcessHandle.current().pid();
    assertThat(flow.get("attribution").asString()).isEqualTo("exact");
    assertThat(flow.get("pid").asLong()).isEqualTo(self);
    assertThat(flow.get("process").asString())
        .isEqualTo(Files.readString(Path.of("/proc/" + self + "/comm")).strip());
  }

  private static int bindToService(DatagramChannel channel, String address) throws IOException {
    for (int port = SERVICE; port < SERVICE + SERVICES; port++) {
      try {
        channel.bind(new InetSocketAddress(address, port));
        return port;
      } catch (SocketException taken) {
        // Somebody else's: the next one.
      }
    }
    throw new AssertionError("no port is free");
  }

  private static int port(DatagramChannel channel) throws IOException {
    return ((InetSocketAddress) channel.getLocalAddress()).getPort();
  }

  private static void write(Socket socket, int length) {
    try {
      socket.getOutputStream().write(new byte[length]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
