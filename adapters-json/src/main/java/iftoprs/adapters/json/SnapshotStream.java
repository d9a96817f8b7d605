package iftoprs.adapters.json;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Sum;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.flow.WindowRates;
import iftoprs.domain.owner.ScanCost;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.SourceState;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes each snapshot as one line of JSON, schema {@value #SCHEMA}: one write for a short line,
 * parts of some 64 KiB for a longer one, and one flush.
 *
 * <p>The order of the fields and of the flows is fixed, so the same snapshots give the same bytes.
 * One thread.
 */
public final class SnapshotStream {

  /** Name of the schema; {@code docs/schema/iftoprs-snapshot-1.json} describes it. */
  public static final String SCHEMA = "iftoprs-snapshot/1";

  /** What is moved on at a time (bytes): as much as a near cache holds. */
  private static final int ENOUGH = 1 << 16;

  private final OutputStream out;
  private final JsonOutput json;
  private final AlertFields alerts;
  private final AsciiText text = new AsciiText();
  private final FlowText flows;
  private int top = Integer.MAX_VALUE;

  /**
   * Creates a stream.
   *
   * @param out takes the lines; never closed
   * @param hosts names of addresses; asked at each line, so a name appears once it is learned
   * @param services names of ports
   * @param packages publishers of programs; asked at each line
   */
  public SnapshotStream(
      OutputStream out, HostNames hosts, ServiceNames services, PackageOwner packages) {
    this.out = out;
    this.json = new JsonOutput(out);
    this.alerts = new AlertFields(json, new EndFields(json, hosts, services));
    this.flows = new FlowText(text, hosts, services, packages);
  }

  /**
   * Writes at most so many flows a line from now on, the fastest; their number stays that of all.
   */
  public void limit(int flows) {
    top = flows;
  }

  /**
   * Writes one line.
   *
   * @param snapshot what it says
   * @throws IOException if the target refuses it
   */
  public void write(Snapshot snapshot) throws IOException {
    Snapshot.Head head = snapshot.head();
    json.beginObject();
    json.text(Field.SCHEMA, SCHEMA);
    json.number(Field.SEQ, head.sequence());
    json.seconds(Field.TIME, head.timeNanos());
    json.seconds(Field.ELAPSED, snapshot.elapsedNanos());
    json.text(Field.CAPTURE, head.device().name());
    json.number(Field.REFRESH, head.refreshSeconds());
    json.number(Field.FRAMES, head.frames());
    json.number(Field.BYTES, head.bytes());
    totals(head.totals());
    json.number(Field.FLOW_COUNT, snapshot.flowCount());
    json.beginArray(Field.FLOWS);
    flows(snapshot);
    json.endArray();
    sum(Field.IDLE, head.idle());
    if (head.unrated().flows() > 0) {
      sum(Field.UNRATED, head.unrated());
    }
    LedgerFields.unaccounted(json, head.unaccounted());
    LedgerFields.loss(json, head.loss());
    head.scans().ifPresent(this::ownerScans);
    alerts.write(head.alerts());
    state(head.state(), head.timeNanos());
    json.endObject();
    json.endLine();
    json.drain();
    out.flush();
  }

  private void flows(Snapshot snapshot) throws IOException {
    int[] order = snapshot.order(Window.TWO, Side.BOTH);
    for (int place = 0; place < Math.min(order.length, top); place++) {
      if (place > 0) {
        text.add(',');
      }
      flows.add(snapshot.flow(order[place]));
      if (text.length() >= ENOUGH) {
        // On with it: a line of ten thousand flows would be five megabytes, made room for anew each
        // time.
        json.drain();
        text.writeTo(out);
        text.clear();
      }
    }
    json.take(text);
  }

  private void sum(Field name, Sum sum) {
    json.beginObject(name);
    json.number(Field.FLOWS, sum.flows());
    json.number(Field.PACKETS, sum.packets());
    json.number(Field.BYTES, sum.bytes());
    json.endObject();
  }

  private void totals(Totals totals) {
    json.number(Field.TX_BYTES, totals.sentBytes());
    json.number(Field.RX_BYTES, totals.receivedBytes());
    json.number(Field.TX_PACKETS, totals.sentPackets());
    json.number(Field.RX_PACKETS, totals.receivedPackets());
    WindowRates both = totals.both();
    json.number(Field.RATE_2S, both.two());
    json.number(Field.RATE_10S, both.ten());
    json.number(Field.RATE_40S, both.forty());
    WindowRates sent = totals.sent();
    json.number(Field.TX_RATE_2S, sent.two());
    json.number(Field.TX_RATE_10S, sent.ten());
    json.number(Field.TX_RATE_40S, sent.forty());
    WindowRates received = totals.received();
    json.number(Field.RX_RATE_2S, received.two());
    json.number(Field.RX_RATE_10S, received.ten());
    json.number(Field.RX_RATE_40S, received.forty());
    json.number(Field.PEAK_TX, totals.peakSent());
    json.number(Field.PEAK_RX, totals.peakReceived());
    json.number(Field.PEAK_TOTAL, totals.peakBoth());
  }

  private void ownerScans(ScanCost cost) {
    json.beginObject(Field.OWNER_SCANS);
    json.number(Field.COUNT, cost.scans());
    json.millionths(Field.PER_SECOND, cost.perSecondMillionths());
    json.seconds(Field.LAST, cost.lastNanos());
    json.millionths(cost.isCpuTime() ? Field.CPU : Field.BUSY, cost.shareMillionths());
    json.endObject();
  }

  private void state(SourceState state, long now) {
    switch (state) {
      case SourceState.Capturing capturing -> json.text(Field.STATE, "capturing");
      case SourceState.Restarting restarting -> {
        json.text(Field.STATE, "restarting");
        json.text(Field.ERROR, restarting.reason());
        json.seconds(Field.RETRY_IN, Math.max(0, restarting.nextAttemptNanos() - now));
      }
      case SourceState.Ended ended -> {
        json.text(Field.STATE, "ended");
        if (!ended.note().isEmpty()) {
          json.text(Field.NOTE, ended.note());
        }
      }
    }
  }
}
