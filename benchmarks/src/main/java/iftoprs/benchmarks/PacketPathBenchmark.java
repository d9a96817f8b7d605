package iftoprs.benchmarks;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.packet.PacketBatch;
import iftoprs.domain.packet.PacketDecoder;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.FrameBatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One packet of a flow that is known: decoded only, and decoded and counted. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class PacketPathBenchmark {

  private static final int FRAMES = 2_000_000;

  /** Flows that are known. */
  @Param({"10000", "1000000"})
  int flows;

  private final PacketDecoder decoder = new PacketDecoder();
  private final PacketBatch packets = new PacketBatch();
  private final FrameBatch batch = new FrameBatch();
  private Frames frames;
  private FlowMeter meter;
  private int next;

  /** Makes all flows known. */
  @Setup
  public void fill() {
    frames = new Frames(flows, FRAMES);
    meter = new FlowMeter(MeterOptions.REPORT, CaptureDevice.named("test"), snapshot -> {});
    for (int i = 0; i < FRAMES; i += FrameBatch.CAPACITY) {
      meter.onFrames(frames.batch(i, batch));
    }
  }

  /** The decoder alone. */
  @Benchmark
  @OperationsPerInvocation(FrameBatch.CAPACITY)
  public PacketBatch decode() {
    decoder.decode(frames.batch(next(), batch), packets);
    return packets;
  }

  /** Decoder and flow table, as a report needs them. */
  @Benchmark
  @OperationsPerInvocation(FrameBatch.CAPACITY)
  public void count() {
    meter.onFrames(frames.batch(next(), batch));
  }

  private int next() {
    next = next + FrameBatch.CAPACITY >= FRAMES ? 0 : next + FrameBatch.CAPACITY;
    return next;
  }
}
