package iftoprs.domain.monitor;

import iftoprs.domain.flow.AlertBoard;
import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureStats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What was counted on each device of a run, so that flows and totals go on where they were when a
 * device is captured on again; at most {@value #MOST} devices, those captured on last. The thread
 * that counts.
 */
final class Stations {

  private static final int MOST = 16;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /**
   * A device's figures.
   *
   * @param meter counts
   * @param before counters of the sources of this device that were closed
   */
  record Station(FlowMeter meter, CaptureStats before) {

    CaptureStats sum(CaptureStats now) {
      return new CaptureStats(
          before.received() + now.received(),
          before.droppedByKernel() + now.droppedByKernel(),
          before.droppedByInterface() + now.droppedByInterface());
    }
  }

  private final MeterOptions options;
  private final Consumer<Snapshot> publish;
  private final AlertBoard alerts = new AlertBoard();
  private final Map<String, Station> left = new LinkedHashMap<>();

  Stations(MeterOptions options, Consumer<Snapshot> publish) {
    this.options = options;
    this.publish = publish;
  }

  /**
   * The figures of a device: those of its last time, or fresh ones.
   *
   * @param elapsedNanos since the run began, which shortens what is left of its duration
   */
  Station enter(CaptureDevice device, long elapsedNanos) {
    Station known = left.remove(device.name());
    return known != null
        ? known
        : new Station(
            new FlowMeter(shortened(elapsedNanos), device, publish, alerts), CaptureStats.NONE);
  }

  private MeterOptions shortened(long elapsedNanos) {
    if (options.durationSeconds().isEmpty()) {
      return options;
    }
    long left = options.durationSeconds().getAsLong() - elapsedNanos / SECOND_NANOS;
    return options.withDurationSeconds(OptionalLong.of(Math.max(1, left)));
  }

  /** Keeps the figures of a device that is no longer captured on. */
  void leave(String device, Station station, CaptureStats last) {
    left.put(device, new Station(station.meter(), station.sum(last)));
    if (left.size() > MOST) {
      left.remove(left.keySet().iterator().next());
    }
  }
}
