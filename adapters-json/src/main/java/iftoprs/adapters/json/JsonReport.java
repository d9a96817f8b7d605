package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.ports.Endpoint;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.OutputStream;

/** A report as one JSON object on one line, streamed: memory does not grow with it. One thread. */
final class JsonReport {

  private final JsonOutput json;

  JsonReport(OutputStream out) {
    this.json = new JsonOutput(out);
  }

  void write(Report report) throws IOException {
    json.beginObject();
    json.text(Field.SCHEMA, ReportWriter.SCHEMA);
    capture(report.head());
    json.beginArray(Field.CONVERSATIONS);
    for (int i = 0; i < report.size(); i++) {
      conversation(report.flow(i));
      json.drainWhenLarge();
    }
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

  private void conversation(FlowSnapshot flow) {
    Transport transport = flow.transport();
    Endpoint source = flow.local();
    Endpoint destination = flow.remote();
    json.beginObject();
    json.word(Field.PROTOCOL, Words.of(transport));
    json.number(Field.PROTOCOL_NUMBER, transport.number());
    json.address(Field.SOURCE, source.address());
    json.number(Field.SOURCE_PORT, source.port());
    json.address(Field.DESTINATION, destination.address());
    json.number(Field.DESTINATION_PORT, destination.port());
    json.word(Field.DIRECTION_BASIS, Words.of(flow.directionRule()));
    json.number(Field.TX_PACKETS, flow.packets(Side.SENT));
    json.number(Field.TX_BYTES, flow.bytes(Side.SENT));
    json.number(Field.RX_PACKETS, flow.packets(Side.RECEIVED));
    json.number(Field.RX_BYTES, flow.bytes(Side.RECEIVED));
    json.seconds(Field.FIRST, flow.firstSeenNanos());
    json.seconds(Field.LAST, flow.lastSeenNanos());
    if (flow.partial()) {
      json.flag(Field.PARTIAL, true);
    }
    json.endObject();
  }
}
