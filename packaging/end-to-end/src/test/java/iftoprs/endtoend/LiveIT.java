package iftoprs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.BufferedReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged program on a device at whose other end a test sends: every byte, by both ways to
 * read. Needs root, iproute2 and tcpreplay.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveIT {

  private static final int RATE = 500; // frames a second of each flow
  private static final int SECONDS = 5;
  private static final int MOST_LINES = 40;

  /** Bytes of questions and answers of ARP, of 42 each. */
  private static final int MOST_ARP = 20 * 42;

  private static final Path DEMO =
      Sandbox.ROOT.resolve("packaging/demo/target/demo/iftoprs/bootstrap/demo.pcap.gz");

  private final JsonMapper json = new JsonMapper();

  @TempDir Path folder;

  private Sandbox sandbox;
  private Cable cable;

  @BeforeEach
  void plug() throws Exception {
    Needs.linux();
    Needs.root();
    Needs.program("ip");
    Needs.program("tcpreplay");
    sandbox = new Sandbox(folder);
    cable = new Cable(sandbox);
  }

  @AfterEach
  void unplug() throws Exception {
    if (cable != null) {
      cable.unplug();
      sandbox.close();
    }
  }

  /** Starts the program and waits until it counts. */
  private Process watch(String readPath) throws Exception {
    return watch(readPath, List.of("--json", "-n", "-Z"));
  }

  private Process watch(String readPath, List<String> options) throws Exception {
    List<String> command =
        List.of(
            Sandbox.JAVA.toString(),
            "-Diftoprs.capture.read=" + readPath,
            "-m",
            "bootstrap",
            "-i",
            cable.near);
    Process program = sandbox.start(Sandbox.joined(command, options));
    assertThat(program.inputReader().readLine()).contains("\"state\":\"capturing\"");
    return program;
  }

  /** Reads lines until so many frames were counted, then one more; ends the program. */
  private List<JsonNode> linesUntil(Process program, long frames) throws Exception {
    BufferedReader reader = program.inputReader();
    List<JsonNode> lines = new ArrayList<>();
    do {
      lines.add(json.readTree(reader.readLine()));
      assertThat(lines).as("waited for frames: " + lines.getLast()).hasSizeLessThan(MOST_LINES);
    } while (lines.getLast().get("frames").asLong() < frames);
    Sandbox.signal("TERM", program.pid());
    for (String line : Sandbox.rest(program)) {
      lines.add(json.readTree(line));
    }
    assertThat(Sandbox.waitFor(program)).isZero();
    JsonNode last = lines.getLast();
    assertThat(last.get("loss")).allMatch(lost -> lost.asLong() == 0);
    assertThat(last.get("frames").asLong()).isEqualTo(frames);
    return lines;
  }

  /** Packets and bytes each way between two ends, whichever of them counts as local. */
  private static Map<String, List<Long>> conversations(JsonNode flows) {
    Map<String, List<Long>> all = new TreeMap<>();
    for (JsonNode flow : flows) {
      String source = flow.get("source").asString() + " " + flow.path("source_port").asString();
      String target =
          flow.get("destination").asString() + " " + flow.path("destination_port").asString();
      boolean swap = source.compareTo(target) > 0;
      List<Long> sent = List.of(flow.get("tx_packets").asLong(), flow.get("tx_bytes").asLong());
      List<Long> received = List.of(flow.get("rx_packets").asLong(), flow.get("rx_bytes").asLong());
      List<Long> sums = new ArrayList<>(swap ? received : sent);
      sums.addAll(swap ? sent : received);
      String ends = swap ? target + " - " + source : source + " - " + target;
      all.put(flow.get("protocol_number").asString() + " " + ends, sums);
    }
    return all;
  }

  private JsonNode report(Path file) throws Exception {
    Run run = sandbox.image(Map.of(), "-r", file.toString(), "--report", "json");
    assertThat(run.status()).as(run.err()).isZero();
    return json.readTree(run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "pcap4j"})
  void a_file_that_is_sent_is_counted_as_when_it_is_read(String readPath) throws Exception {
    Path file = sandbox.file("demo.pcap");
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(DEMO))) {
      Files.write(file, CaptureFile.asCaptured(in.readAllBytes()));
    }
    JsonNode expected = report(file);
    long frames = expected.get("capture").get("frames").asLong();
    Process program = watch(readPath);
    cable.replay(file, "--pps=30000");
    JsonNode last = linesUntil(program, frames).getLast();
    assertThat(last.get("bytes").asLong()).isEqualTo(expected.get("capture").get("bytes").asLong());
    assertThat(conversations(last.get("flows")))
        .isEqualTo(conversations(expected.get("conversations")));
    assertThat(last.get("unaccounted")).isEqualTo(expected.get("unaccounted"));
  }

  /** A block of the kernel's ring is used up every four milliseconds, with eight frames in it. */
  @Test
  void a_program_that_gets_no_processor_for_more_than_half_a_second_loses_nothing()
      throws Exception {
    int frames = 1300;
    Path file = Files.write(sandbox.file("x.pcap"), CaptureFile.ofSeconds(frames / 2));
    Process program = watch("foreign", List.of("--json", "-n"));
    Sandbox.signal("STOP", program.pid());
    cable.replay(file, "--pps=2000"); // 0.65 s
    Sandbox.signal("CONT", program.pid());
    linesUntil(program, frames);
  }

  @Test
  void a_device_that_no_route_names_is_captured_on_but_that_is_said() throws Exception {
    Run run =
        sandbox.run(cable.commandInSpace(Sandbox.image("--json", "--count", "1", "-n", "-Z")));
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\"capture\":\"" + cable.far + "\"");
    assertThat(run.err())
        .startsWith("iftoprs: no default route: capturing on " + cable.far + ", the first device")
        .hasLineCount(1);
  }

  /** What is sent evenly: length on the wire and how the flow is called. */
  private static List<TestFrame> steady(String local) {
    return List.of(
        TestFrames.udp("203.0.113.1:40001", local + ":9", 500),
        TestFrames.tcp("203.0.113.2:40002", local + ":9", 1200),
        // The device has no address of IPv6: which end is local is told by the ports.
        TestFrames.udp("[2001:db8::1]:9", "[2001:db8::2]:40003", 700),
        TestFrames.tcp("[2001:db8::1]:9", "[2001:db8::2]:40004", 1000),
        TestFrames.udp("203.0.113.5:40005", local + ":9", 300).inVlan(7),
        TestFrames.udp("203.0.113.6:40006", local + ":9", 8900),
        TestFrames.udp("203.0.113.7:40007", local + ":9", 400).inVlan(7).inVlan(8),
        TestFrames.udp("203.0.113.8:40008", local + ":9", 450).inVlan(7).inServiceVlan(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "pcap4j"})
  void steady_flows_have_the_rate_that_they_are_sent_at(String readPath) throws Exception {
    List<TestFrame> frames = new ArrayList<>();
    List<TestFrame> steady = steady(cable.address);
    for (int turn = 0; turn < RATE * SECONDS; turn++) {
      for (TestFrame frame : steady) {
        frames.add(frame.atSeconds(CaptureFile.START + turn / (double) RATE));
      }
    }
    Path file = Files.write(sandbox.file("steady.pcap"), CaptureFile.of(frames));
    Process program = watch(readPath);
    // Two frames of each flow at a time, each burst when it is due even if the last one was late.
    String pace = "--pps=" + RATE * steady.size();
    cable.replay(file, "--preload-pcap", pace, "--pps-multi=" + 2 * steady.size());
    List<JsonNode> lines = linesUntil(program, frames.size());
    for (TestFrame frame : steady) {
      int port = 40001 + steady.indexOf(frame);
      JsonNode last = flow(lines.getLast(), port);
      assertThat(last.get("rx_packets").asLong()).isEqualTo(RATE * SECONDS);
      assertThat(last.get("rx_bytes").asLong()).isEqualTo(frame.wireLength() * RATE * SECONDS);
      assertThat(last.get("tx_packets").asLong()).isZero();
      assertRates(lines.subList(0, lines.size() - 1), port, frame.wireLength() * RATE);
    }
  }

  /**
   * Each rate is what was counted in its window, however unevenly a busy machine sent it; and two
   * at least are the rate that was asked for.
   */
  private static void assertRates(List<JsonNode> lines, int port, double sent) {
    Map<Long, Long> bytes = new HashMap<>();
    List<Double> rates = new ArrayList<>();
    for (JsonNode line : lines) {
      long second = line.get("seq").asLong();
      Optional<JsonNode> flow = find(line, port);
      bytes.put(second, flow.map(found -> found.get("rx_bytes").asLong()).orElse(0L));
      if (flow.isPresent() && bytes.containsKey(second - 2)) {
        double rate = flow.get().get("rx_rate_2s").asDouble();
        assertThat(rate).isEqualTo((bytes.get(second) - bytes.get(second - 2)) / 2.0);
        rates.add(rate);
      }
    }
    // In five seconds three or four windows of two seconds are full; a busy machine spoils some.
    assertThat(rates.stream().filter(rate -> Math.abs(rate / sent - 1) <= 0.01).count())
        .as("rates near " + sent + " of " + rates)
        .isGreaterThanOrEqualTo(2);
  }

  private static JsonNode flow(JsonNode line, int port) {
    return find(line, port)
        .orElseThrow(() -> new AssertionError("no flow of port " + port + " in " + line));
  }

  private static Optional<JsonNode> find(JsonNode line, int port) {
    for (JsonNode flow : line.get("flows")) {
      if (flow.path("destination_port").asInt() == port
          || flow.path("source_port").asInt() == port) {
        return Optional.of(flow);
      }
    }
    return Optional.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "pcap4j"})
  void a_flood_of_short_flows_and_fragments_is_counted_flow_by_flow(String readPath)
      throws Exception {
    List<TestFrame> frames = new ArrayList<>();
    for (int flow = 0; flow < 20_000; flow++) {
      String source = "10." + (flow >> 12) + ".0.1:" + (1024 + (flow & 0xfff));
      frames.add(TestFrames.udp(source, cable.address + ":9", 60).atSeconds(CaptureFile.START));
      if (flow % 100 == 0) {
        frames.addAll(fragments("203.0.113.9:" + (10_000 + flow), cable.address + ":9", flow));
        frames.addAll(fragments6("[2001:db8::9]:" + (10_000 + flow), "[2001:db8::1]:9", flow));
      }
    }
    Path file = Files.write(sandbox.file("flood.pcap"), CaptureFile.of(frames));
    JsonNode expected = report(file);
    assertThat(expected.get("conversations")).hasSize(20_400);
    Process program = watch(readPath);
    cable.replay(file, "--pps=20000");
    JsonNode last = linesUntil(program, frames.size()).getLast();
    assertThat(conversations(last.get("flows")))
        .isEqualTo(conversations(expected.get("conversations")));
  }

  /** A datagram in two fragments (RFC 791); only the first has the ports. */
  private static List<TestFrame> fragments(String source, String destination, int identification) {
    List<TestFrame> both = new ArrayList<>();
    for (int part = 0; part < 2; part++) {
      byte[] bytes = TestFrames.udp(source, destination, 14 + 20 + 800).bytes().clone();
      bytes[18] = (byte) (identification >> 8);
      bytes[19] = (byte) identification;
      bytes[20] = (byte) (part == 0 ? 0x20 : 0); // more fragments
      bytes[21] = (byte) (part == 0 ? 0 : 100); // units of eight bytes
      TestFrame frame = TestFrames.of(TestFrames.ETHERNET, bytes);
      both.add(frame.atSeconds(CaptureFile.START));
    }
    return both;
  }

  /** The same over IPv6, with a fragment header behind the fixed one (RFC 8200 section 4.5). */
  private static List<TestFrame> fragments6(String source, String destination, int id) {
    List<TestFrame> both = new ArrayList<>();
    for (int part = 0; part < 2; part++) {
      byte[] whole = TestFrames.udp(source, destination, 14 + 40 + 800).bytes();
      ByteBuffer frame = ByteBuffer.allocate(whole.length + 8);
      frame.put(whole, 0, 54).put(whole[20]).put((byte) 0);
      frame.putShort((short) (part == 0 ? 1 : 100 << 3)); // more follow; units of eight bytes
      frame.putInt(id).put(whole, 54, 800);
      frame.putShort(18, (short) 808).put(20, (byte) 44);
      TestFrame fragment = TestFrames.of(TestFrames.ETHERNET, frame.array());
      both.add(fragment.atSeconds(CaptureFile.START));
    }
    return both;
  }

  @ParameterizedTest
  @ValueSource(strings = {"foreign", "pcap4j"})
  void a_transfer_in_offloaded_segments_is_counted_with_its_headers(String readPath)
      throws Exception {
    int length = 20_000_000;
    int headers = 14 + 20 + 32; // TCP with time stamps
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(cable.address, 0));
      Process program = watch(readPath);
      String target = "/dev/tcp/" + cable.address + "/" + server.getLocalPort();
      Thread sender = Thread.startVirtualThread(() -> send(length, target));
      try (Socket socket = server.accept()) {
        assertThat(socket.getInputStream().readAllBytes()).hasSize(length);
      }
      sender.join();
      BufferedReader reader = program.inputReader();
      JsonNode flow = flow(json.readTree(reader.readLine()), server.getLocalPort());
      for (int line = 0; flow.get("rx_bytes").asLong() < length && line < MOST_LINES; line++) {
        flow = flow(json.readTree(reader.readLine()), server.getLocalPort());
      }
      // What a busy machine sends again comes behind, too.
      flow = flow(json.readTree(reader.readLine()), server.getLocalPort());
      long packets = flow.get("rx_packets").asLong();
      long bytes = flow.get("rx_bytes").asLong();
      // Eight bytes more in the first packet.
      assertThat(bytes - headers * packets - 8).isGreaterThanOrEqualTo(length);
      long received = cable.received();
      assertThat(bytes).isBetween(received - MOST_ARP, received);
      assertThat(length / packets).as("bytes of a segment").isGreaterThan(9000);
      assertThat(flow.get("direction_basis").asString()).isNotEmpty();
      assertThat(flow.get("tx_packets").asLong()).isPositive();
      Sandbox.signal("TERM", program.pid());
    }
  }

  private void send(int length, String target) {
    try {
      cable.inSpace("bash", "-c", "head -c " + length + " /dev/zero > " + target);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
