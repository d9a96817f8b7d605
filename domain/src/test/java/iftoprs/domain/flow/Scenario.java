package iftoprs.domain.flow;

import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Frame;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.IpAddress;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A text of timed frames and what must be seen of them.
 *
 * <pre>
 * refresh 5                                            interval of the ticks, 1 unless said
 * duration 10 | max-flows 16 | net 10.0.0.0/8          options of the meter
 * device 192.168.1.5/24                                an address of the captured device
 * 0.5 udp 10.0.0.1:1000 > 1.1.1.1:53 1000              a frame: time, transport, ends, wire length
 * 0 udp 10.0.0.1:1 > 1.1.1.1:2 1000 every 0.001 until 9.9995
 * 3 other 60                                           a frame without IP
 * expect 2 total tx_2s=1000 flows=1 state=capturing    at the tick at 2 s
 * expect 2 flow 10.0.0.1:1000 1.1.1.1:53 tx_2s=500     local end first
 * ticks 1 2 3                                          the ticks that were published, all of them
 * </pre>
 */
final class Scenario {

  /** Epoch of the scenarios' second 0. */
  static final long EPOCH_NANOS = 1_700_000_000_000_000_000L;

  final List<String> expectations = new ArrayList<>();
  private final List<TestFrame> frames = new ArrayList<>();
  private final List<InterfaceAddress> addresses = new ArrayList<>();
  private final List<InterfaceAddress> nets = new ArrayList<>();
  private MeterOptions options = MeterOptions.TICKS;

  static Scenario read(Path file) throws IOException {
    Scenario scenario = new Scenario();
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        scenario.line(text.split("\\s+"), text);
      }
    }
    // Steady flows are written one after the other but happen side by side; the sort is stable, so
    // frames of one time keep their order. "late" frames are put where the file has them.
    return scenario;
  }

  private void line(String[] words, String text) {
    switch (words[0]) {
      case "refresh" -> options = options.withRefreshSeconds(Integer.parseInt(words[1]));
      case "duration" ->
          options = options.withDurationSeconds(OptionalLong.of(Long.parseLong(words[1])));
      case "count" -> options = options.withCount(OptionalLong.of(Long.parseLong(words[1])));
      case "max-flows" -> options = options.withMaxFlows(Integer.parseInt(words[1]));
      case "net" -> nets.add(network(words[1]));
      case "device" -> addresses.add(network(words[1]));
      case "expect", "ticks" -> expectations.add(text);
      case "sorted" -> frames.sort(Comparator.comparingLong(TestFrame::timeNanos));
      default -> frame(words);
    }
  }

  private static InterfaceAddress network(String text) {
    String[] parts = text.split("/");
    return new InterfaceAddress(
        IpAddress.parse(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
  }

  private void frame(String[] words) {
    double time = Double.parseDouble(words[0]);
    TestFrame frame = frameOf(words);
    int every = List.of(words).indexOf("every");
    if (every < 0) {
      frames.add(frame.at(EPOCH_NANOS + Math.round(time * 1e9)));
      return;
    }
    double step = Double.parseDouble(words[every + 1]);
    double until = Double.parseDouble(words[every + 3]);
    for (long i = 0; time + i * step < until; i++) {
      frames.add(frame.at(EPOCH_NANOS + Math.round((time + i * step) * 1e9)));
    }
  }

  private static TestFrame frameOf(String[] words) {
    return switch (words[1]) {
      case "other" ->
          TestFrames.of(
                  1, new byte[] {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7, (byte) 0x88, (byte) 0xcc})
              .onWire(Long.parseLong(words[2]));
      case "arp" -> TestFrames.arp(words[2], words[4]).onWire(Long.parseLong(words[5]));
      case "tcp" -> TestFrames.tcp(words[2], words[4], 60).onWire(Long.parseLong(words[5]));
      case "udp" -> TestFrames.udp(words[2], words[4], 60).onWire(Long.parseLong(words[5]));
      case "icmp" -> TestFrames.icmp(words[2], words[4], 60).onWire(Long.parseLong(words[5]));
      case "outbound" -> frameOf(drop(words)).going(Frame.Direction.OUTBOUND);
      case "inbound" -> frameOf(drop(words)).going(Frame.Direction.INBOUND);
      default -> throw new IllegalArgumentException("a frame of kind " + words[1]);
    };
  }

  private static String[] drop(String[] words) {
    List<String> rest = new ArrayList<>(List.of(words));
    rest.remove(1);
    return rest.toArray(String[]::new);
  }

  List<TestFrame> frames() {
    return List.copyOf(frames);
  }

  MeterOptions options() {
    return options.withLocalNets(nets);
  }

  CaptureDevice device() {
    return new CaptureDevice("test", "", addresses, Optional.empty(), true, false, true);
  }

  /** The snapshots of these frames. */
  List<Snapshot> run(MeterOptions with, List<TestFrame> input) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter = new FlowMeter(with, device(), snapshots::add);
    for (TestFrame frame : input) {
      meter.onFrame(frame.toFrame());
    }
    meter.finish(SourceState.ENDED);
    return snapshots;
  }
}
