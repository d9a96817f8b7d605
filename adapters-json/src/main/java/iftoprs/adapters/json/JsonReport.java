package iftoprs.adapters.json;

import iftoprs.domain.flow.DirectionRule;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.ReportRow;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.OutputStream;

/** A report as one JSON object on one line, streamed: memory does not grow with it. One thread. */
final class JsonReport {

  /** No row is longer (bytes); half of that is what is the same in all of them. */
  private static final int LONGEST_ROW = 1024;

  /** What is worth a write of its own (bytes). */
  private static final int ENOUGH = 1 << 16;

  private static final DirectionRule[] RULES = DirectionRule.values();
  private static final byte[] SOURCE_PORT = Ascii.of("\",\"source_port\":");
  private static final byte[] DESTINATION = Ascii.of(",\"destination\":\"");
  private static final byte[] DESTINATION_PORT = Ascii.of("\",\"destination_port\":");
  private static final byte[] TX_BYTES = Ascii.of(",\"tx_bytes\":");
  private static final byte[] RX_PACKETS = Ascii.of(",\"rx_packets\":");
  private static final byte[] RX_BYTES = Ascii.of(",\"rx_bytes\":");
  private static final byte[] FIRST = Ascii.of(",\"first\":");
  private static final byte[] LAST = Ascii.of(",\"last\":");
  private static final byte[] PARTIAL = Ascii.of(",\"partial\":true}");
  private static final byte[] END = Ascii.of("}");

  private final OutputStream out;
  private final JsonOutput json;
  private final AsciiText text = new AsciiText();
  // How a row begins, by its protocol, and what stands before its figures, by its direction rule.
  private final byte[][] beginnings = new byte[Transport.ARP.number() + 1][];
  private final byte[][] bases = bases();
  private final long[] row = new long[ReportRow.LENGTH];

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
      report.read(i, row);
      conversation();
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
  private void conversation() {
    final long[] row = this.row;
    final boolean ipv6 = row[ReportRow.IPV6] != 0;
    final byte[] to = text.room(LONGEST_ROW);
    int at = Ascii.copy(to, text.length(), beginning((int) row[ReportRow.TRANSPORT]));
    at = Ascii.address(to, at, ipv6, row[ReportRow.LOCAL_HIGH], row[ReportRow.LOCAL_LOW]);
    at = Ascii.copy(to, at, SOURCE_PORT);
    at = Ascii.number(to, at, row[ReportRow.LOCAL_PORT]);
    at = Ascii.copy(to, at, DESTINATION);
    at = Ascii.address(to, at, ipv6, row[ReportRow.REMOTE_HIGH], row[ReportRow.REMOTE_LOW]);
    at = Ascii.copy(to, at, DESTINATION_PORT);
    at = Ascii.number(to, at, row[ReportRow.REMOTE_PORT]);
    at = Ascii.copy(to, at, bases[(int) row[ReportRow.RULE]]);
    at = Ascii.number(to, at, row[ReportRow.SENT_PACKETS]);
    at = Ascii.copy(to, at, TX_BYTES);
    at = Ascii.number(to, at, row[ReportRow.SENT_BYTES]);
    at = Ascii.copy(to, at, RX_PACKETS);
    at = Ascii.number(to, at, row[ReportRow.RECEIVED_PACKETS]);
    at = Ascii.copy(to, at, RX_BYTES);
    at = Ascii.number(to, at, row[ReportRow.RECEIVED_BYTES]);
    at = Ascii.copy(to, at, FIRST);
    at = Ascii.seconds(to, at, row[ReportRow.FIRST_SEEN], 6);
    at = Ascii.copy(to, at, LAST);
    at = Ascii.seconds(to, at, row[ReportRow.LAST_SEEN], 6);
    text.end(Ascii.copy(to, at, row[ReportRow.PARTIAL] != 0 ? PARTIAL : END));
  }

  private byte[] beginning(int number) {
    final byte[] known = beginnings[number];
    return known != null ? known : spellBeginning(number);
  }

  // Longer than what the first compiler inlines: it is needed once a protocol.
  private byte[] spellBeginning(int number) {
    AsciiText spelled = new AsciiText();
    spelled.add("{\"protocol\":\"").add(new Transport(number).keyword());
    spelled.add("\",\"protocol_number\":").add(number).add(",\"source\":\"");
    beginnings[number] = spelled.copy();
    return beginnings[number];
  }

  private static byte[][] bases() {
    byte[][] bases = new byte[RULES.length][];
    for (DirectionRule rule : RULES) {
      String known = ",\"direction_basis\":\"" + rule.word();
      bases[rule.ordinal()] = Ascii.of(known + "\",\"tx_packets\":");
    }
    return bases;
  }
}
