package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.monitor.Monitor;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ScriptedCapture;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small captures with everything that a stream or a report can have to say. */
final class Traffic {

  static final long START = 1_700_000_000L;

  private Traffic() {}

  /** A bit of everything: both families, many protocols, buckets, loss, a restart. */
  static List<Step> everything() {
    return List.of(
        TestFrames.tcp("192.168.1.20:51544", "203.0.113.10:443", 1514).atSeconds(START),
        TestFrames.tcp("203.0.113.10:443", "192.168.1.20:51544", 60).atSeconds(START + 0.25),
        TestFrames.udp("[fd00::20]:40000", "[2001:db8::53]:53", 90).atSeconds(START + 0.5),
        TestFrames.arp("192.168.1.20", "192.168.1.1").atSeconds(START + 0.75),
        TestFrames.icmp("192.168.1.20", "198.51.100.7", 98).atSeconds(START + 1.000001),
        TestFrames.packet(new Transport(253), "10.0.0.1", "10.0.0.2", 64).atSeconds(START + 1.2),
        new ScriptedCapture.Lost(3, 1),
        TestFrames.of(TestFrames.ETHERNET, lldp()).atSeconds(START + 2),
        TestFrames.tcp("192.168.1.20:1", "203.0.113.9:2", 60).snapped(20).atSeconds(START + 2.1),
        new ScriptedCapture.Changed(
            new SourceState.Restarting(
                "eth0 went down", 1, (START + 4) * 1_000_000_000L + 500_000_000L)),
        new ScriptedCapture.Silence(2_000_000_000L),
        new ScriptedCapture.Changed(SourceState.CAPTURING),
        TestFrames.udp("192.168.1.20:5353", "224.0.0.251:5353", 200).atSeconds(START + 4.6));
  }

  private static byte[] lldp() {
    byte[] frame = new byte[60];
    frame[12] = (byte) 0x88;
    frame[13] = (byte) 0xcc;
    return frame;
  }

  /** More flows than a table of 16 holds, and than it remembers. */
  static List<Step> crowd() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String from = "10.0.0.1:" + (1000 + i % 160);
      steps.add(TestFrames.udp(from, "192.0.2.1:9", 60 + i).atSeconds(START + i * 0.025));
    }
    return steps;
  }

  static List<Snapshot> snapshots(List<? extends Step> script, MeterOptions options) {
    List<Snapshot> snapshots = new ArrayList<>();
    run(CaptureDevice.named("test0"), script, options, snapshots);
    return snapshots;
  }

  static Report report(String name, List<? extends Step> script) {
    return run(CaptureDevice.named(name), script, MeterOptions.REPORT, new ArrayList<>());
  }

  private static Report run(
      CaptureDevice device,
      List<? extends Step> script,
      MeterOptions options,
      List<Snapshot> snapshots) {
    ScriptedCapture capture = new ScriptedCapture(device, script);
    try {
      Monitor monitor =
          Monitor.open(
              capture,
              CaptureOptions.DEFAULT,
              SocketTable.NONE,
              Runnable::run,
              options,
              snapshots::add);
      monitor.run();
      return monitor.report();
    } catch (CaptureException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A flow of a process, and behind it one of nobody's. */
  static Snapshot owned(String process) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("eth0"), snapshots::add);
    meter.sockets(
        SocketIndex.of(
            List.of(
                new OpenSocket(
                    Transport.TCP,
                    TestFrames.endpoint("10.0.0.1:40000"),
                    Optional.of(TestFrames.endpoint("192.0.2.1:443")),
                    4312,
                    process))));
    meter.onFrame(TestFrames.tcp("10.0.0.1:40000", "192.0.2.1:443", 99).atSeconds(1).toFrame());
    meter.onFrame(TestFrames.tcp("10.0.0.1:40001", "192.0.2.1:443", 98).atSeconds(1).toFrame());
    meter.finish(SourceState.ENDED);
    return snapshots.getLast();
  }
}
