package iftoprs.domain.sample;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureStats;
import iftoprs.ports.Endpoint;
import iftoprs.ports.Frame;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A meter to be fed second by second, with the snapshots that come out of it. */
public final class SampleTraffic {

  /** 2026-03-01 14:03:20 UTC, where the time of all samples begins (epoch nanoseconds). */
  public static final long START = 1_772_373_800_000_000_000L;

  private static final long SECOND = 1_000_000_000L;

  private final List<OpenSocket> sockets = new ArrayList<>();
  private final FlowMeter meter;
  private Snapshot newest;
  private long now = START;

  /** Traffic of a workstation, 192.168.1.20 and 2001:db8::20 on eth0. */
  public SampleTraffic() {
    this(0);
  }

  /** The same with alerts at a rate, bytes per second. */
  public SampleTraffic(long alertThreshold) {
    CaptureDevice device =
        new CaptureDevice(
            "eth0",
            "",
            List.of(
                new InterfaceAddress(TestFrames.address("192.168.1.20"), 24),
                new InterfaceAddress(TestFrames.address("2001:db8::20"), 64)),
            Optional.of("02:00:00:00:00:01"),
            true,
            false,
            true);
    newest = Snapshot.empty(device, 1);
    meter =
        new FlowMeter(
            MeterOptions.TICKS.withAlertThreshold(alertThreshold),
            device,
            snapshot -> newest = snapshot);
    meter.start(START);
  }

  /** Counts one frame each way between a local and a remote end; 0 bytes is no frame. */
  public SampleTraffic tcp(String local, String remote, long sent, long received) {
    return exchange(
        TestFrames.tcp(local, remote, 0), TestFrames.tcp(remote, local, 0), sent, received);
  }

  /** The same over UDP. */
  public SampleTraffic udp(String local, String remote, long sent, long received) {
    return exchange(
        TestFrames.udp(local, remote, 0), TestFrames.udp(remote, local, 0), sent, received);
  }

  /** The same over ICMP or ICMPv6. */
  public SampleTraffic icmp(String local, String remote, long sent, long received) {
    return exchange(
        TestFrames.icmp(local, remote, 0), TestFrames.icmp(remote, local, 0), sent, received);
  }

  private SampleTraffic exchange(TestFrame out, TestFrame in, long sent, long received) {
    count(out, sent, Frame.Direction.OUTBOUND);
    count(in, received, Frame.Direction.INBOUND);
    return this;
  }

  private void count(TestFrame frame, long bytes, Frame.Direction direction) {
    if (bytes > 0) {
      meter.onFrame(frame.at(now).onWire(bytes).going(direction).toFrame());
    }
  }

  /** Says that a process holds the socket of a flow, for this and all later ticks. */
  public SampleTraffic owner(
      Transport transport, String local, String remote, int pid, String process) {
    return owner(transport, local, remote, pid, process, ProcessFacts.UNKNOWN);
  }

  /** The same of a process of which more is known. */
  public SampleTraffic owner(
      Transport transport,
      String local,
      String remote,
      int pid,
      String process,
      ProcessFacts facts) {
    Endpoint remoteEnd = TestFrames.endpoint(remote);
    sockets.add(
        new OpenSocket(
            transport,
            TestFrames.endpoint(local),
            Optional.of(remoteEnd),
            pid,
            process,
            facts,
            OpenSocket.HERE));
    return this;
  }

  /** Says what the source lost and what it is doing. */
  public SampleTraffic source(CaptureStats stats, SourceState state) {
    meter.source(stats, state);
    return this;
  }

  /** Says what looking for owners costs. */
  public SampleTraffic scans(ScanCost cost) {
    meter.scanCost(Optional.of(cost));
    return this;
  }

  /** Which flows are watched. */
  public SampleTraffic watch(Interest interest) {
    meter.interest(interest);
    return this;
  }

  /** Ends the second and answers its snapshot. */
  public Snapshot tick() {
    meter.sockets(SocketIndex.of(sockets));
    now += SECOND;
    meter.advanceTo(now);
    return newest;
  }

  /** The snapshot of the last tick; an empty one before. */
  public Snapshot newest() {
    return newest;
  }

  /** The key of a flow. */
  public static FlowKey key(Transport transport, String local, String remote) {
    return new FlowKey(transport, TestFrames.endpoint(local), TestFrames.endpoint(remote));
  }
}
