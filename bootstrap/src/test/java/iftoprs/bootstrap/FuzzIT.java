package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.pcap.CaptureInput;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.ReplayCapture;
import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Unaccounted;
import iftoprs.domain.monitor.Monitor;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Frame;
import iftoprs.ports.PacketSource;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Mutated frames and files: no exception escapes, nothing outside the captured bytes is read, every
 * byte is accounted for.
 *
 * <p>Deterministic: the same seed gives the same mutations. Seeds are the captures of the corpus
 * (see {@link CorpusIT}) and the demo. The properties {@code iftoprs.fuzz.frames} and {@code
 * iftoprs.fuzz.files} say how many; the {@code nightly} profile asks for ten million frames and a
 * hundred thousand files.
 */
class FuzzIT {

  private static final int FRAMES = Integer.getInteger("iftoprs.fuzz.frames", 1_500_000);
  private static final int FILES = Integer.getInteger("iftoprs.fuzz.files", 4_000);
  private static final int MOST_SEEDS = 20_000;
  private static final int LARGEST_FILE = 64 * 1024;
  private static final int GUARD = 32;

  private record Seed(int linkType, long wireLength, byte[] bytes) {}

  private final SplittableRandom random = new SplittableRandom(20261123);

  @Test
  void mutated_frames_are_all_accounted_and_nothing_outside_them_is_read() throws Exception {
    List<Seed> seeds = seeds();
    List<Snapshot> zeros = new ArrayList<>();
    List<Snapshot> ones = new ArrayList<>();
    MeterOptions options = MeterOptions.TICKS.withMaxFlows(50_000);
    FlowMeter besideZeros = new FlowMeter(options, CaptureDevice.named("fuzz"), zeros::add);
    FlowMeter besideOnes = new FlowMeter(options, CaptureDevice.named("fuzz"), ones::add);
    Frame frame = new Frame();
    long bytes = 0;
    for (int i = 0; i < FRAMES; i++) {
      Seed seed = seeds.get(random.nextInt(seeds.size()));
      byte[] mutated = mutate(seed.bytes);
      int linkType = random.nextInt(16) == 0 ? random.nextInt(300) : seed.linkType;
      long wireLength = Math.max(seed.wireLength, mutated.length);
      long time = 1_000_000_000L + i * 100_000L;
      bytes += wireLength;
      besideZeros.onFrame(
          frame.set(linkType, time, wireLength, surrounded(mutated, 0), GUARD, mutated.length));
      besideOnes.onFrame(
          frame.set(linkType, time, wireLength, surrounded(mutated, 0xff), GUARD, mutated.length));
      if (i % 64 == 0) { // and at the very edge of an array, where a stray read would throw
        new FlowMeter(MeterOptions.REPORT, CaptureDevice.named("edge"), snapshot -> {})
            .onFrame(frame.set(linkType, time, wireLength, mutated, 0, mutated.length));
      }
      if (zeros.size() > 1) {
        zeros.clear();
        ones.clear();
      }
    }
    besideZeros.finish(SourceState.ENDED);
    besideOnes.finish(SourceState.ENDED);
    Report report = besideZeros.report();
    assertThat(report.head().frames()).isEqualTo(FRAMES);
    assertThat(report.head().bytes()).isEqualTo(bytes);
    assertAccounted(report);
    assertSame(report, besideOnes.report());
  }

  private static byte[] surrounded(byte[] bytes, int fill) {
    byte[] buffer = new byte[bytes.length + 2 * GUARD];
    Arrays.fill(buffer, 0, GUARD, (byte) fill);
    Arrays.fill(buffer, GUARD + bytes.length, buffer.length, (byte) fill);
    System.arraycopy(bytes, 0, buffer, GUARD, bytes.length);
    return buffer;
  }

  private static void assertAccounted(Report report) {
    long packets = 0;
    long bytes = 0;
    for (int i = 0; i < report.size(); i++) {
      packets += report.flow(i).packets(Side.BOTH);
      bytes += report.flow(i).bytes(Side.BOTH);
    }
    for (Unaccounted bucket : report.head().unaccounted()) {
      packets += bucket.packets();
      bytes += bucket.bytes();
    }
    assertThat(packets).isEqualTo(report.head().frames());
    assertThat(bytes).isEqualTo(report.head().bytes());
  }

  private static void assertSame(Report one, Report other) {
    assertThat(one.size()).isEqualTo(other.size());
    assertThat(one.head().unaccounted()).isEqualTo(other.head().unaccounted());
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.flow(i).key()).isEqualTo(other.flow(i).key());
      assertThat(one.flow(i).bytes(Side.SENT)).isEqualTo(other.flow(i).bytes(Side.SENT));
    }
  }

  @Test
  void mutated_files_end_in_a_report_or_in_one_clear_line() throws Exception {
    List<byte[]> seeds = fileSeeds();
    int refused = 0;
    int read = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] mutated = mutateFile(seeds.get(random.nextInt(seeds.size())));
      try {
        assertAccounted(replay(mutated));
        read++;
      } catch (CaptureException e) {
        assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").doesNotContain("Exception");
        refused++;
      }
    }
    assertThat(read + refused).isEqualTo(FILES);
    assertThat(read).as("mutations that still can be read").isGreaterThan(FILES / 10);
  }

  private static Report replay(byte[] file) throws CaptureException {
    Monitor monitor =
        Monitor.open(
            new ReplayCapture(
                CaptureInput.of("mutated", () -> new ByteArrayInputStream(file)), Pace.MAX),
            CaptureOptions.DEFAULT,
            SocketTable.NONE,
            Runnable::run,
            MeterOptions.TICKS.withCount(OptionalLong.of(500)),
            snapshot -> {});
    monitor.run();
    return monitor.report();
  }

  /** Flips, overwrites, cuts, doubles; often where headers are. */
  private byte[] mutate(byte[] original) {
    byte[] bytes =
        random.nextInt(4) == 0
            ? Arrays.copyOf(original, random.nextInt(original.length + 1))
            : original.clone();
    for (int changes = random.nextInt(5); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 64) : bytes.length);
      bytes[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) (bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> 0;
            case 2 -> (byte) 0xff;
            default -> (byte) random.nextInt(256);
          };
    }
    return bytes;
  }

  private byte[] mutateFile(byte[] original) {
    byte[] bytes =
        random.nextInt(3) == 0
            ? Arrays.copyOf(original, random.nextInt(original.length + 1))
            : original.clone();
    for (int changes = 1 + random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(random.nextInt(3) == 0 ? Math.min(bytes.length, 120) : bytes.length);
      bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xff);
    }
    return bytes;
  }

  private static List<Seed> seeds() throws IOException, CaptureException {
    List<Seed> seeds = new ArrayList<>();
    for (CaptureInput input : inputs()) {
      try (PacketSource source = new ReplayCapture(input, Pace.MAX).open(CaptureOptions.DEFAULT)) {
        source.poll(
            frame ->
                seeds.add(
                    new Seed(
                        frame.linkType(),
                        frame.wireLength(),
                        Arrays.copyOfRange(
                            frame.bytes(),
                            frame.offset(),
                            frame.offset() + Math.min(frame.capturedLength(), 256)))),
            120,
            0);
      }
      if (seeds.size() > MOST_SEEDS) {
        break;
      }
    }
    return seeds;
  }

  private static List<byte[]> fileSeeds() throws IOException, CaptureException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : CorpusIT.captures()) {
      if (Files.size(file) <= LARGEST_FILE) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    try (var demo = Demo.input().opener().open()) {
      seeds.add(demo.readNBytes(LARGEST_FILE));
    }
    return seeds;
  }

  private static List<CaptureInput> inputs() throws IOException {
    List<CaptureInput> inputs = new ArrayList<>();
    inputs.add(Demo.input());
    for (Path file : CorpusIT.captures()) {
      inputs.add(CaptureInput.of(file));
    }
    return inputs;
  }
}
