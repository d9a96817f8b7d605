package iftoprs.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.adapters.pcap.CaptureInput;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.ReplayCapture;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Unaccounted;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Endpoint;
import iftoprs.ports.SocketTable;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Conversations of real captures against what tshark sees in them.
 *
 * <p>The captures lie in the folder that the environment variable {@code IFTOPRS_CORPUS} names,
 * else in {@code ../shared/corpus}; beside each, {@code NAME.expected.tsv} holds protocol, two
 * ends, packets and bytes a line. Where a file has later fragments, which tshark leaves without
 * ports, it is compared by address pair.
 */
class CorpusIT {

  /** Packets and bytes. */
  private record Count(long packets, long bytes) {
    Count plus(Count other) {
      return new Count(packets + other.packets, bytes + other.bytes);
    }
  }

  private static final String NON_IP = "non-IP";
  private static final Path CAPINFOS = Path.of("/usr/bin/capinfos");

  @Test
  void has_the_conversations_of_every_capture() throws IOException {
    Path corpus = corpus();
    assumeTrue(Files.isDirectory(corpus), "no corpus at " + corpus);
    List<String> wrong = new ArrayList<>();
    int exact = 0;
    for (Path expected : expectations(corpus)) {
      List<String> differences = differences(expected);
      if (differences.isEmpty()) {
        exact++;
      } else {
        wrong.add(expected.getFileName() + ": " + differences.getFirst());
      }
    }
    System.out.printf("corpus: %d captures exact, %d not%n", exact, wrong.size());
    assertThat(exact).isPositive();
    assertThat(wrong).isEmpty();
  }

  /** capinfos counts frames and wire bytes without looking into them. */
  @Test
  void receives_every_frame_and_byte_that_capinfos_counts() throws Exception {
    List<Path> captures = captures();
    assumeTrue(!captures.isEmpty(), "no corpus at " + corpus());
    assumeTrue(Files.isExecutable(CAPINFOS), "capinfos is not installed");
    List<String> command = new ArrayList<>(List.of(CAPINFOS.toString(), "-Tmcd"));
    captures.forEach(capture -> command.add(capture.toString()));
    Process capinfos =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String line :
        new String(capinfos.getInputStream().readAllBytes(), UTF_8).lines().toList()) {
      String[] field = line.split(",");
      if (field[0].equals("File name")) {
        continue;
      }
      Report.Head head = report(Path.of(field[0])).head();
      compared++;
      if (head.frames() != Long.parseLong(field[1]) || head.bytes() != Long.parseLong(field[2])) {
        wrong.add(line + " but " + head.frames() + " frames and " + head.bytes() + " bytes");
      }
    }
    System.out.printf("corpus: %d captures compared with capinfos%n", compared);
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(captures.size());
  }

  private static Path corpus() {
    String named = System.getenv("IFTOPRS_CORPUS");
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("iftoprs.root", "..")).resolve("../shared/corpus");
  }

  /** The captures of the corpus; none where it is absent. */
  static List<Path> captures() throws IOException {
    if (!Files.isDirectory(corpus())) {
      return List.of();
    }
    try (var files = Files.list(corpus())) {
      return files.filter(file -> file.toString().matches(".*\\.p?cap(ng)?")).sorted().toList();
    }
  }

  private static List<Path> expectations(Path corpus) throws IOException {
    try (var files = Files.list(corpus)) {
      return files.filter(file -> file.toString().endsWith(".expected.tsv")).sorted().toList();
    }
  }

  private static List<String> differences(Path expectation) throws IOException {
    List<String> lines = Files.readAllLines(expectation);
    boolean byPair =
        lines.stream()
            .anyMatch(line -> line.startsWith("#fragments\t") && !line.equals("#fragments\t0"));
    Map<String, Count> expected = expected(lines, byPair);
    Map<String, Count> seen;
    try {
      seen = seen(Path.of(expectation.toString().replace(".expected.tsv", "")), byPair);
    } catch (CaptureException e) {
      return List.of(e.getMessage());
    }
    List<String> differences = new ArrayList<>();
    Map<String, Count> all = new TreeMap<>(expected);
    all.putAll(seen);
    for (String key : all.keySet()) {
      if (!java.util.Objects.equals(expected.get(key), seen.get(key))) {
        differences.add(key + " is " + seen.get(key) + " instead of " + expected.get(key));
      }
    }
    return differences;
  }

  private static Map<String, Count> expected(List<String> lines, boolean byPair) {
    Map<String, Count> counts = new TreeMap<>();
    for (String line : lines) {
      String[] field = line.split("\t");
      if (field[0].equals("#non-ip")) {
        add(counts, NON_IP, Long.parseLong(field[1]), Long.parseLong(field[2]));
      } else if (!field[0].startsWith("#")) {
        String a = byPair ? field[1] : field[1] + " " + field[2];
        String b = byPair ? field[3] : field[3] + " " + field[4];
        add(counts, key(field[0], a, b), Long.parseLong(field[5]), Long.parseLong(field[6]));
      }
    }
    return counts;
  }

  private static Report report(Path file) throws CaptureException {
    Monitor monitor =
        Monitor.open(
            new ReplayCapture(CaptureInput.of(file), Pace.MAX),
            CaptureOptions.DEFAULT,
            SocketTable.NONE,
            Runnable::run,
            MeterOptions.REPORT,
            snapshot -> {});
    monitor.run();
    return monitor.report();
  }

  private static Map<String, Count> seen(Path file, boolean byPair) throws CaptureException {
    Report report = report(file);
    Map<String, Count> counts = new TreeMap<>();
    for (int i = 0; i < report.size(); i++) {
      FlowSnapshot flow = report.flow(i);
      String key =
          flow.transport().equals(Transport.ARP)
              ? NON_IP
              : key(name(flow.transport()), end(flow.local(), byPair), end(flow.remote(), byPair));
      add(counts, key, flow.packets(Side.BOTH), flow.bytes(Side.BOTH));
    }
    for (Unaccounted bucket : report.head().unaccounted()) {
      add(counts, NON_IP, bucket.packets(), bucket.bytes());
    }
    return counts;
  }

  private static void add(Map<String, Count> counts, String key, long packets, long bytes) {
    if (packets > 0) {
      counts.merge(key, new Count(packets, bytes), Count::plus);
    }
  }

  private static String key(String protocol, String a, String b) {
    return protocol + " " + (a.compareTo(b) <= 0 ? a + " " + b : b + " " + a);
  }

  private static String end(Endpoint end, boolean byPair) {
    return byPair ? end.address().toString() : end.address() + " " + end.port();
  }

  private static String name(Transport transport) {
    return switch (transport.number()) {
      case 1, 6, 17, 58, 132 -> transport.keyword();
      default -> "IP-" + transport.number();
    };
  }
}
