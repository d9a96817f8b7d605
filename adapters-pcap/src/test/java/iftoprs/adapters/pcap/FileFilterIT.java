package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.adapters.pcap.file.CaptureFile;
import iftoprs.adapters.pcap.file.UnreadableException;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Frame.Direction;
import iftoprs.ports.PacketSource;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Capture filters on files, with the libpcap of this machine, and tcpdump as the judge. */
class FileFilterIT {

  private static final int LARGEST = 100_000; // bytes
  private static final int FILES_PER_LINK_TYPE = 4;
  private static final String REFUSED = "refused";

  @BeforeAll
  static void needLibpcap() {
    try {
      FilterCompiler.compile("ip", 1);
    } catch (CaptureException e) {
      LiveCapture.need(false, "needs libpcap: " + e.getMessage());
    }
  }

  @Test
  void every_filter_lets_as_many_frames_through_as_tcpdump_does() throws Exception {
    LiveCapture.need(hasTcpdump(), "needs tcpdump (Debian: apt-get install tcpdump)");
    List<Path> files = sample();
    assumeTrue(!files.isEmpty(), "needs the corpus of captures, see IFTOPRS_CORPUS");
    List<String> differences = new ArrayList<>();
    Map<String, Integer> answers = new TreeMap<>();
    for (String expression : expressions()) {
      for (Path file : files) {
        String ours = count(file, expression);
        String judged = judge(file, expression);
        if (!ours.equals(judged)) {
          differences.add(
              "%s on %s: %s, not %s".formatted(expression, file.getFileName(), ours, judged));
        }
        answers.merge(ours, 1, Integer::sum);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(answers).hasSizeGreaterThan(50).containsKeys(REFUSED, "0");
  }

  @Test
  void frames_that_are_refused_are_not_received() throws Exception {
    TestFrame arp = TestFrames.arp("192.0.2.1", "192.0.2.2").at(1_000);
    TestFrame tcp = TestFrames.tcp("192.0.2.1:1", "192.0.2.2:2", 60).at(2_000);
    byte[] file = CaptureFiles.pcapng(List.of(arp, tcp, arp));
    List<TestFrame> frames = new ArrayList<>();
    try (PacketSource source = open(file, "tcp")) {
      assertThat(source.poll(frame -> frames.add(TestFrame.copyOf(frame)), 9, 0)).isEqualTo(1);
      assertThat(source.stats().received()).isEqualTo(1);
      assertThat(source.timeNanos()).isEqualTo(tcp.timeNanos());
      assertThat(source.poll(frame -> {}, 9, 0)).isEqualTo(PacketSource.END);
    }
    assertThat(frames).containsExactly(tcp);
  }

  @Test
  void each_link_type_of_a_file_has_a_program_of_its_own() throws Exception {
    TestFrame ethernet = TestFrames.udp("192.0.2.1:53", "192.0.2.2:9", 60).at(1_000);
    byte[] ip = Arrays.copyOfRange(ethernet.bytes(), 14, ethernet.bytes().length);
    TestFrame raw = new TestFrame(2_000, TestFrames.RAW_IP, ip.length, Direction.UNKNOWN, ip);
    TestFrame other = TestFrames.udp("192.0.2.1:54", "192.0.2.2:9", 60).at(3_000);
    byte[] file = CaptureFiles.pcapng(List.of(ethernet, raw, other, raw));
    List<TestFrame> frames = new ArrayList<>();
    try (PacketSource source = open(file, "udp port 53")) {
      source.poll(frame -> frames.add(TestFrame.copyOf(frame)), 9, 0);
    }
    assertThat(frames).containsExactly(ethernet, raw, raw);
  }

  @Test
  void bad_filter_is_refused_at_opening_with_the_words_of_libpcap() {
    byte[] file = CaptureFiles.pcap(List.of());
    assertThatThrownBy(() -> open(file, "tcp prot 80"))
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_FILTER))
        .hasMessageStartingWith("capture filter \"tcp prot 80\": ")
        .hasMessageEndingWith("syntax error\n  tcp prot 80\n      ^")
        .hasMessageNotContaining("pcap_compile");
  }

  @Test
  void what_only_a_kernel_knows_is_refused() {
    byte[] file = CaptureFiles.pcap(List.of());
    assertThatThrownBy(() -> open(file, "inbound"))
        .hasMessage("capture filter \"inbound\": a file does not tell what this asks for");
  }

  private static PacketSource open(byte[] file, String expression) throws CaptureException {
    CaptureInput input = CaptureInput.of("test", () -> new ByteArrayInputStream(file));
    return new ReplayCapture(input, Pace.MAX).open(options(expression));
  }

  private static CaptureOptions options(String expression) {
    return new CaptureOptions(
        Optional.empty(), Optional.of(expression), CaptureOptions.DEFAULT_SNAP_LENGTH, false);
  }

  private static String count(Path file, String expression) {
    try (PacketSource source =
        new ReplayCapture(CaptureInput.of(file), Pace.MAX).open(options(expression))) {
      int delivered = 0;
      int count = 0;
      while (count != PacketSource.END) {
        delivered += count;
        count = source.poll(frame -> {}, 1000, 0);
      }
      assertThat(source.stats().received()).isEqualTo(delivered);
      return Integer.toString(delivered);
    } catch (CaptureException e) {
      return e.reason() == Reason.BAD_FILTER ? REFUSED : e.getMessage();
    }
  }

  /** Through the standard input, because tcpdump gives up privilege before it opens a file. */
  private static String judge(Path file, String expression) throws Exception {
    Process process =
        new ProcessBuilder("tcpdump", "-n", "--count", "-r", "-", "--", expression)
            .redirectInput(file.toFile())
            .redirectError(Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return process.waitFor() == 0 ? said.split(" ")[0] : REFUSED;
  }

  private static boolean hasTcpdump() throws InterruptedException {
    try {
      return new ProcessBuilder("tcpdump", "--version")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> expressions() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FileFilterIT.class.getResourceAsStream("/filters.txt"),
                StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  /** Small captures of the corpus, some of each link type. */
  private static List<Path> sample() throws IOException, UnreadableException {
    String named = System.getenv("IFTOPRS_CORPUS");
    Path root = Path.of(System.getProperty("iftoprs.root", ".."));
    Path folder = named == null ? root.resolve("../shared/corpus").normalize() : Path.of(named);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Map<Integer, List<Path>> byLinkType = new TreeMap<>();
    for (Path file : inOrderOfSize(folder)) {
      try (CaptureFile opened = CaptureFile.open("", Files.newInputStream(file))) {
        List<Path> alike =
            byLinkType.computeIfAbsent(opened.firstLinkType(), type -> new ArrayList<>());
        if (alike.size() < FILES_PER_LINK_TYPE) {
          alike.add(file);
        }
      }
    }
    return byLinkType.values().stream().flatMap(List::stream).toList();
  }

  private static List<Path> inOrderOfSize(Path folder) throws IOException {
    Map<Long, Path> sizes = new TreeMap<>(Comparator.reverseOrder());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().matches("(?!.*fuzz).*cap(ng)?") && Files.size(file) <= LARGEST) {
          sizes.put(Files.size(file), file);
        }
      }
    }
    return List.copyOf(sizes.values());
  }
}
