package iftoprs.adapters.json;

import iftoprs.domain.flow.DirectionRule;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.OutputStream;

/** A report as one JSON object on one line, streamed: memory does not grow with it. One thread. */
final class JsonReport {

  /** What is worth a write of its own (bytes). */
  private static final int ENOUGH = 1 << 16;

  private final OutputStream out;
  private final JsonOutput json;
  private final AsciiText text = new AsciiText();
  // How a row begins, by its protocol, and what stands before its figures, by its direction rule.
  private final String[] beginnings = new String[Transport.ARP.number() + 1];
  private final String[] bases = new String[DirectionRule.values().length];

  JsonReport(OutputStream out) {
    this.out = out;
    this.json = new JsonOutput(out);
  }

  void write(Report report) throws IOException {
    json.beginObject();
    json.text(Field.SCHEMA, ReportWriter.SCHEMA);
    capture(report.head());
    json.beginArray(Field.CONVERSATIONS);
    json.drain();
    for (int i = 0; i < report.size(); i++) {
      if (i > 0) {
        text.add(',');
      }
      conversation(report.flow(i));
      if (text.length() >= ENOUGH) {
        text.writeTo(out);
        text.clear();
      }
    }
    text.writeTo(out);
    json.endArray();
    LedgerFields.unaccounted(json, report.head().unaccounted());
    json.endObject();
    json.endLine();
    json.drain();
  }

  private void capture(Report.Head head) {
    json.beginObject(Field.CAPTURE);
    json.text(Field.SOURCE, head.device().name());
    json.seconds(Field.FIRST, head.firstNanos());
    json.seconds(Field.LAST, head.lastNanos());
    json.number(Field.FRAMES, head.frames());
    json.number(Field.BYTES, head.bytes());
    LedgerFields.loss(json, head.loss());
    if (head.state() instanceof SourceState.Ended ended && !ended.note().isEmpty()) {
      json.text(Field.NOTE, ended.note());
    }
    json.endObject();
  }

  /**
   * Written by hand: what stands between the numbers is the same in every row, and none of it needs
   * escaping. Through Jackson it took the just-in-time compiler 240 ms for a million rows, and as
   * long again to run; see benchmarks/RESULTS.md.
   */
  private void conversation(FlowSnapshot flow) {
    boolean ipv6 = flow.isIpv6();
    text.add(beginning(flow.transport()));
    text.addAddress(ipv6, flow.localHigh(), flow.localLow());
    text.add("\",\"source_port\":").add(flow.localPort());
    text.add(",\"destination\":\"").addAddress(ipv6, flow.remoteHigh(), flow.remoteLow());
    text.add("\",\"destination_port\":").add(flow.remotePort());
    text.add(basis(flow.directionRule())).add(flow.packets(Side.SENT));
    text.add(",\"tx_bytes\":").add(flow.bytes(Side.SENT));
    text.add(",\"rx_packets\":").add(flow.packets(Side.RECEIVED));
    text.add(",\"rx_bytes\":").add(flow.bytes(Side.RECEIVED));
    text.add(",\"first\":").addSeconds(flow.firstSeenNanos(), 6);
    text.add(",\"last\":").addSeconds(flow.lastSeenNanos(), 6);
    text.add(flow.partial() ? ",\"partial\":true}" : "}");
  }

  private String beginning(Transport transport) {
    int number = transport.number();
    if (beginnings[number] == null) {
      String known = "{\"protocol\":\"" + transport.keyword() + "\",\"protocol_number\":";
      beginnings[number] = known + number + ",\"source\":\"";
    }
    return beginnings[number];
  }

  private String basis(DirectionRule rule) {
    if (bases[rule.ordinal()] == null) {
      bases[rule.ordinal()] = ",\"direction_basis\":\"" + rule.word() + "\",\"tx_packets\":";
    }
    return bases[rule.ordinal()];
  }
}
