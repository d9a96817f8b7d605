package iftoprs.domain.monitor;

import iftoprs.domain.owner.HostAddresses;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.domain.owner.SocketScan;
import iftoprs.ports.Capture;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.CaptureException;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.SocketTable;
import iftoprs.ports.SocketTable.Clocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the scans of sockets in the background, one at a time: at every slot, and when a new flow
 * wishes for one.
 *
 * <p>Wishes are met at once if there was quiet, two in a row, then every 250 ms: never more than
 * five in a second. What comes while a scan runs or must wait is met by one scan. Where a scan
 * takes long, there are fewer: those that wishes ask for and those of slots take a tenth of a core
 * each at most. The thread that counts calls everything; a scan hands over its result by volatile
 * references.
 */
final class SocketScans {

  /** Wishes that may be met at once: a name is asked for, then its host is spoken to. */
  private static final int BURST = 2;

  private static final long REFILL_NANOS = 250_000_000L;

  /** Scans of one kind come this many times what one takes apart, or more. */
  private static final int REST = 10;

  /** How often the other devices' addresses are read again. */
  private static final long DEVICES_NANOS = 10_000_000_000L;

  /** How soon a scan that is still running is asked again whether it has ended. */
  private static final long RUNNING_NANOS = 5_000_000L;

  private final Capture capture;
  private final SocketTable table;
  private final Executor background;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ScanLedger ledger = new ScanLedger();

  private boolean wished;
  // The time up to which the allowance is used; a refill for each wish that was met.
  private long usedUntil;
  private long slotScanAt = Long.MIN_VALUE;
  private Optional<ScanCost> cost = Optional.empty();

  private volatile SocketIndex newest = SocketIndex.EMPTY;
  private volatile Optional<String> problem = Optional.empty();

  // Touched only by the scan that runs.
  private List<InterfaceAddress> addresses = List.of();
  private long addressesAt = Long.MIN_VALUE;

  SocketScans(Capture capture, SocketTable table, Executor background) {
    this.capture = capture;
    this.table = table;
    this.background = background;
  }

  SocketIndex newest() {
    return newest;
  }

  Optional<String> problem() {
    return problem;
  }

  /** What the scans cost, as of the last {@link #measure}. */
  Optional<ScanCost> cost() {
    return cost;
  }

  /** Looks at what the scans cost; without any there is nothing to tell. */
  void measure(long now, boolean scanning) {
    if (scanning) {
      cost = ledger.cost(now);
    } else {
      ledger.rest();
      cost = Optional.empty();
    }
  }

  /** A flow began whose owner a scan may find. */
  void wish() {
    wished = true;
  }

  /** How long nothing need be done for a wish; the longest time without one. */
  long untilDue(long now) {
    if (!wished) {
      return Long.MAX_VALUE;
    }
    long wait = Math.max(0, usedUntil - (BURST - 1) * refill() - now);
    return running.get() ? Math.max(wait, RUNNING_NANOS) : wait;
  }

  boolean isDue(long now) {
    return wished && untilDue(now) == 0;
  }

  void startWished(long now, CaptureDevice device) {
    usedUntil = Math.max(usedUntil, now) + refill();
    start(now, device);
  }

  private long refill() {
    return Math.max(REFILL_NANOS, REST * ledger.typicalNanos());
  }

  /** Scans at the end of a slot, unless the last such scan is too near for what one takes. */
  void startOfSlot(long now, CaptureDevice device) {
    boolean isBack = now < slotScanAt;
    if (slotScanAt == Long.MIN_VALUE
        || isBack
        || now - slotScanAt >= REST * ledger.typicalNanos()) {
      slotScanAt = now;
      start(now, device);
    }
  }

  /** Scans unless a scan is running, which meets no wish: it may have passed the socket already. */
  private void start(long now, CaptureDevice device) {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    wished = false;
    try {
      background.execute(() -> run(now, device));
    } catch (RuntimeException e) {
      running.set(false);
      throw e;
    }
  }

  private void run(long now, CaptureDevice device) {
    Optional<Clocks> began = table.clocks();
    try {
      newest = newest.next(scan(now, device));
    } finally {
      Optional<Clocks> ended = table.clocks();
      if (began.isPresent() && ended.isPresent()) {
        ledger.add(began.get(), ended.get());
      }
      running.set(false);
    }
  }

  private SocketScan scan(long now, CaptureDevice device) {
    try {
      // First of all: a sender may be gone in milliseconds, an address is not.
      List<OpenSocket> sockets = table.openSockets();
      boolean complete = table.listsEverySocket();
      problem = Optional.empty();
      return new SocketScan(sockets, host(now, device), complete, now);
    } catch (IOException e) {
      problem = Optional.of(e.getMessage());
      return new SocketScan(List.of(), host(now, device), false, now);
    }
  }

  private HostAddresses host(long now, CaptureDevice device) {
    if (addressesAt == Long.MIN_VALUE || now - addressesAt >= DEVICES_NANOS) {
      addressesAt = now;
      addresses = otherAddresses();
    }
    List<InterfaceAddress> all = new ArrayList<>(addresses);
    all.addAll(device.addresses());
    return HostAddresses.of(all);
  }

  private List<InterfaceAddress> otherAddresses() {
    try {
      return capture.devices().stream().flatMap(other -> other.addresses().stream()).toList();
    } catch (CaptureException e) {
      // The device's own addresses are still known.
      return List.of();
    }
  }
}
