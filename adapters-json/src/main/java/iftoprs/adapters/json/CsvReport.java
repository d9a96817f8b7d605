package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.ports.Endpoint;
import iftoprs.ports.Transport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A report as CSV (RFC 4180): a header line, then a line a conversation.
 *
 * <p>No field can hold a comma, a quote or a line break, and none begins with a character that a
 * spreadsheet takes for a formula: addresses, numbers and the words of two registries is all there
 * is. A test keeps it so. One thread.
 */
final class CsvReport {

  private static final String HEADER =
      "protocol,protocol_number,source,source_port,destination,destination_port,direction_basis,"
          + "tx_packets,tx_bytes,rx_packets,rx_bytes,first,last,partial\r\n";

  private static final int ENOUGH = 1 << 16;

  private final OutputStream out;
  private final AsciiText text = new AsciiText();

  CsvReport(OutputStream out) {
    this.out = out;
  }

  void write(Report report) throws IOException {
    text.add(HEADER);
    for (int i = 0; i < report.size(); i++) {
      line(report.flow(i));
      if (text.length() >= ENOUGH) {
        text.writeTo(out);
        text.clear();
      }
    }
    text.writeTo(out);
  }

  private void line(FlowSnapshot flow) {
    Transport transport = flow.transport();
    Endpoint source = flow.local();
    Endpoint destination = flow.remote();
    text.add(transport.keyword()).add(',').add(transport.number()).add(',');
    text.add(source.address()).add(',').add(source.port()).add(',');
    text.add(destination.address()).add(',').add(destination.port()).add(',');
    text.add(flow.directionRule().word()).add(',');
    text.add(flow.packets(Side.SENT)).add(',').add(flow.bytes(Side.SENT)).add(',');
    text.add(flow.packets(Side.RECEIVED)).add(',').add(flow.bytes(Side.RECEIVED)).add(',');
    text.addSeconds(flow.firstSeenNanos(), 6).add(',');
    text.addSeconds(flow.lastSeenNanos(), 6).add(',');
    text.add(flow.partial() ? "true" : "false").add('\r').add('\n');
  }
}
