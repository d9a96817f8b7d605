package iftoprs.benchmarks;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Frame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One tick: the slots of all active flows are closed and their figures published. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 40)
@Measurement(iterations = 40)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class TickBenchmark {

  private static final long SECOND = 1_000_000_000L;

  /** Flows with a byte in every second. */
  @Param("100000")
  int flows;

  private final Frame frame = new Frame();
  private Frames frames;
  private FlowMeter meter;
  private Snapshot published;
  private long second;

  /** Makes a meter that has seen nothing. */
  @Setup
  public void create() {
    frames = new Frames(flows, flows);
    meter = new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("test"), this::publish);
  }

  private void publish(Snapshot snapshot) {
    published = snapshot;
  }

  /** A frame of every flow in the open slot; not measured. */
  @Setup(Level.Invocation)
  public void send() {
    for (int i = 0; i < flows; i++) {
      frames.at(i, second * SECOND, frame);
      meter.onFrame(frame);
    }
    second++;
  }

  /** The end of a second. */
  @Benchmark
  public Snapshot tick() {
    frames.at(0, second * SECOND, frame);
    meter.advanceTo(frame.timeNanos());
    return published;
  }
}
