package iftoprs.benchmarks;

import iftoprs.adapters.pcap.CaptureInput;
import iftoprs.adapters.pcap.Pace;
import iftoprs.adapters.pcap.ReplayCapture;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.Frame;
import iftoprs.ports.PacketSource;
import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One record of a capture file that lies in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"})
public class ReaderBenchmark {

  private static final int RECORDS = 500_000;

  private byte[] file;
  private long wireBytes;

  /** Writes the file. */
  @Setup
  public void write() {
    file = new Frames(10_000, RECORDS).file();
  }

  /** Open, read to the end, close; the score is for one record. */
  @Benchmark
  @OperationsPerInvocation(RECORDS)
  public long read() throws CaptureException {
    CaptureInput input = CaptureInput.of("test", () -> new ByteArrayInputStream(file));
    try (PacketSource source = new ReplayCapture(input, Pace.MAX).open(CaptureOptions.DEFAULT)) {
      while (source.poll(this::add, 4096, 0) != PacketSource.END) {
        wireBytes++;
      }
    }
    return wireBytes;
  }

  private void add(Frame frame) {
    wireBytes += frame.wireLength();
  }
}
