package iftoprs.adapters.json;

import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.LossLedger;
import iftoprs.domain.flow.Report;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Unaccounted;
import iftoprs.domain.flow.Unaccounted.EtherTypeSum;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.SourceState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A report as a table for people: what was captured, the conversations, the traffic of none, and
 * what was lost.
 *
 * <p>Columns are as wide as their widest cell, found in a first pass. No control byte but the line
 * feed is ever written. One thread.
 */
final class TextReport {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Most characters of a file name or note. */
  private static final int LONGEST = 4096;

  private static final String GAP = "  ";
  private static final int ENOUGH = 1 << 16;

  /** The columns of the conversations, in order. */
  private enum Column {
    PROTOCOL("protocol", false),
    SOURCE("source", false),
    DESTINATION("destination", false),
    SENT_PACKETS("tx packets", true),
    SENT_BYTES("tx bytes", true),
    RECEIVED_PACKETS("rx packets", true),
    RECEIVED_BYTES("rx bytes", true),
    BYTES("bytes", true),
    START("start", true),
    SECONDS("seconds", true);

    private final String title;
    private final boolean number;

    Column(String title, boolean number) {
      this.title = title;
      this.number = number;
    }
  }

  private static final Column[] COLUMNS = Column.values();

  private final OutputStream out;
  private final AsciiText page = new AsciiText();
  private final AsciiText line = new AsciiText();
  private final int[] widths = new int[COLUMNS.length];

  TextReport(OutputStream out) {
    this.out = out;
  }

  void write(Report report) throws IOException {
    Report.Head head = report.head();
    out.write(header(report).getBytes(StandardCharsets.UTF_8));
    if (report.size() > 0) {
      conversations(report);
    }
    unaccounted(head.unaccounted());
    loss(head.loss());
    page.writeTo(out);
  }

  private static String header(Report report) {
    Report.Head head = report.head();
    StringBuilder text = new StringBuilder(256);
    text.append("capture        ").append(printable(head.device().name())).append('\n');
    if (head.frames() > 0) {
      AsciiText seconds = new AsciiText().addSeconds(head.lastNanos() - head.firstNanos(), 6);
      text.append("time           ").append(time(head.firstNanos())).append(" to ");
      text.append(time(head.lastNanos())).append(" UTC, ").append(seconds).append(" s\n");
    }
    text.append("frames         ").append(new AsciiText().addGrouped(head.frames())).append('\n');
    text.append("bytes          ").append(new AsciiText().addGrouped(head.bytes())).append('\n');
    text.append("conversations  ").append(new AsciiText().addGrouped(report.known()));
    if (report.size() < report.known()) {
      text.append(", the heaviest ").append(new AsciiText().addGrouped(report.size()));
    }
    text.append('\n');
    if (head.state() instanceof SourceState.Ended ended && !ended.note().isEmpty()) {
      text.append("note           ").append(printable(ended.note())).append('\n');
    }
    return text.toString();
  }

  private static String time(long nanos) {
    return UTC.format(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L)));
  }

  private static String printable(String text) {
    return SafeText.of(text, LONGEST);
  }

  private void conversations(Report report) throws IOException {
    long origin = report.head().firstNanos();
    for (Column column : COLUMNS) {
      widths[column.ordinal()] = column.title.length();
    }
    for (int i = 0; i < report.size(); i++) {
      FlowSnapshot flow = report.flow(i);
      for (Column column : COLUMNS) {
        cell(line.clear(), flow, origin, column);
        widths[column.ordinal()] = Math.max(widths[column.ordinal()], line.length());
      }
    }
    page.add('\n');
    row(column -> line.add(column.title));
    for (int i = 0; i < report.size(); i++) {
      FlowSnapshot flow = report.flow(i);
      row(column -> cell(line, flow, origin, column));
      if (page.length() >= ENOUGH) {
        page.writeTo(out);
        page.clear();
      }
    }
  }

  private void row(Consumer<Column> cells) {
    line.clear();
    int end = 0;
    for (Column column : COLUMNS) {
      if (column.ordinal() > 0) {
        line.padTo(end).add(GAP);
      }
      int start = line.length();
      end = start + widths[column.ordinal()];
      cells.accept(column);
      if (column.number) {
        line.alignRight(start, end);
      }
    }
    page.add(line).add('\n');
  }

  private static void cell(AsciiText text, FlowSnapshot flow, long origin, Column column) {
    switch (column) {
      case PROTOCOL -> text.add(flow.transport().keyword());
      case SOURCE -> text.add(flow.local());
      case DESTINATION -> text.add(flow.remote());
      case SENT_PACKETS -> text.addGrouped(flow.packets(Side.SENT));
      case SENT_BYTES -> text.addGrouped(flow.bytes(Side.SENT));
      case RECEIVED_PACKETS -> text.addGrouped(flow.packets(Side.RECEIVED));
      case RECEIVED_BYTES -> text.addGrouped(flow.bytes(Side.RECEIVED));
      case BYTES -> text.addGrouped(flow.bytes(Side.BOTH));
      case START -> text.addSeconds(flow.firstSeenNanos() - origin, 3);
      case SECONDS -> text.addSeconds(flow.lastSeenNanos() - flow.firstSeenNanos(), 3);
    }
  }

  private void unaccounted(List<Unaccounted> buckets) {
    if (buckets.isEmpty()) {
      return;
    }
    page.add("\nunaccounted          packets             bytes\n");
    for (Unaccounted bucket : buckets) {
      line.clear().add(bucket.bucket().word()).padTo(16);
      line.addGrouped(bucket.packets()).alignRight(16, 28);
      line.addGrouped(bucket.bytes()).alignRight(28, 46);
      page.add(line).add('\n');
      for (EtherTypeSum sum : bucket.etherTypes()) {
        line.clear().add("  ").add(Words.etherType(sum.etherType())).padTo(16);
        line.addGrouped(sum.packets()).alignRight(16, 28);
        line.addGrouped(sum.bytes()).alignRight(28, 46);
        page.add(line).add('\n');
      }
    }
  }

  private void loss(LossLedger loss) {
    page.add("\nlost           kernel ").addGrouped(loss.kernel());
    page.add(", interface ").addGrouped(loss.device());
    page.add(", internal ").addGrouped(loss.internal()).add('\n');
    if (loss.timeSteps() > 0) {
      page.add("clock          stepped back ").addGrouped(loss.timeSteps());
      page.add(loss.timeSteps() == 1 ? " time\n" : " times\n");
    }
  }
}
