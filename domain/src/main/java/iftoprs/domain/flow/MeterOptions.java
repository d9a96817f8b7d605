package iftoprs.domain.flow;

import iftoprs.ports.InterfaceAddress;
import java.util.List;
import java.util.OptionalLong;

/**
 * How to count, and when to stop.
 *
 * @param refreshSeconds interval of the ticks: 1, 2, 5 or 10
 * @param durationSeconds stop after this much source time; empty runs until the source ends
 * @param count stop after this many snapshots; empty for no bound
 * @param rates whether windows are kept and snapshots published; without them there is only the
 *     report
 * @param maxFlows most flows known at a time, at least 16
 * @param localNets networks named by the user: they decide direction, and frames with no end inside
 *     are summed as outside; usually empty
 * @param alertThreshold bytes of a flow in a second that raise an alert; 0 for no alerts
 * @param memory bytes that the program may take; how much is remembered of flows beyond the table
 *     goes by it
 */
public record MeterOptions(
    int refreshSeconds,
    OptionalLong durationSeconds,
    OptionalLong count,
    boolean rates,
    int maxFlows,
    List<InterfaceAddress> localNets,
    long alertThreshold,
    long memory) {

  /** Most flows known at a time unless said otherwise. */
  public static final int DEFAULT_MAX_FLOWS = 1 << 20;

  /** A tick a second until the source ends. */
  public static final MeterOptions TICKS =
      new MeterOptions(
          1,
          OptionalLong.empty(),
          OptionalLong.empty(),
          true,
          DEFAULT_MAX_FLOWS,
          List.of(),
          0,
          Long.MAX_VALUE);

  /** For a report only: no rates, no snapshots. */
  public static final MeterOptions REPORT =
      new MeterOptions(
          1,
          OptionalLong.empty(),
          OptionalLong.empty(),
          false,
          DEFAULT_MAX_FLOWS,
          List.of(),
          0,
          Long.MAX_VALUE);

  /** Checks the bounds. */
  public MeterOptions {
    if (refreshSeconds < 1 || refreshSeconds > 10) {
      throw new IllegalArgumentException("refresh interval of " + refreshSeconds + " s");
    }
    if (maxFlows < 16) {
      throw new IllegalArgumentException("a table of " + maxFlows + " flows");
    }
    if (alertThreshold < 0) {
      throw new IllegalArgumentException("an alert at " + alertThreshold + " bytes a second");
    }
    localNets = List.copyOf(localNets);
  }

  /**
   * The same with another refresh interval.
   *
   * @param seconds 1, 2, 5 or 10
   * @return changed options
   */
  public MeterOptions withRefreshSeconds(int seconds) {
    return new MeterOptions(
        seconds, durationSeconds, count, rates, maxFlows, localNets, alertThreshold, memory);
  }

  /**
   * The same with another bound on source time.
   *
   * @param seconds 1 or more; empty for none
   * @return changed options
   */
  public MeterOptions withDurationSeconds(OptionalLong seconds) {
    return new MeterOptions(
        refreshSeconds, seconds, count, rates, maxFlows, localNets, alertThreshold, memory);
  }

  /**
   * The same with another bound on the number of snapshots.
   *
   * @param snapshots 1 or more; empty for none
   * @return changed options
   */
  public MeterOptions withCount(OptionalLong snapshots) {
    return new MeterOptions(
        refreshSeconds,
        durationSeconds,
        snapshots,
        rates,
        maxFlows,
        localNets,
        alertThreshold,
        memory);
  }

  /**
   * The same with another bound on the table.
   *
   * @param flows 16 or more
   * @return changed options
   */
  public MeterOptions withMaxFlows(int flows) {
    return new MeterOptions(
        refreshSeconds, durationSeconds, count, rates, flows, localNets, alertThreshold, memory);
  }

  /**
   * The same with other local networks.
   *
   * @param nets networks
   * @return changed options
   */
  public MeterOptions withLocalNets(List<InterfaceAddress> nets) {
    return new MeterOptions(
        refreshSeconds, durationSeconds, count, rates, maxFlows, nets, alertThreshold, memory);
  }

  /**
   * The same with alerts.
   *
   * @param threshold bytes per second, 0 for none
   * @return changed options
   */
  public MeterOptions withAlertThreshold(long threshold) {
    return new MeterOptions(
        refreshSeconds, durationSeconds, count, rates, maxFlows, localNets, threshold, memory);
  }

  /**
   * The same with another amount of memory.
   *
   * @param bytes that the program may take, such as the largest heap
   * @return changed options
   */
  public MeterOptions withMemory(long bytes) {
    return new MeterOptions(
        refreshSeconds, durationSeconds, count, rates, maxFlows, localNets, alertThreshold, bytes);
  }
}
