package iftoprs.domain.monitor;

import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureOptions;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.SocketTable;
import iftoprs.ports.contract.TestFrames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Monitors that look for owners, with driven time. */
final class Monitors {

  /** Has the address 10.0.0.1. */
  static final CaptureDevice DEVICE =
      new CaptureDevice(
          "test0",
          "",
          List.of(new InterfaceAddress(TestFrames.address("10.0.0.1"), 24)),
          Optional.empty(),
          true,
          false,
          true);

  private Monitors() {}

  static Monitor open(
      Capture capture, SocketTable table, Executor background, Consumer<Snapshot> publish)
      throws CaptureException {
    return Monitor.open(
        capture, CaptureOptions.DEFAULT, table, background, MeterOptions.TICKS, publish);
  }
}
