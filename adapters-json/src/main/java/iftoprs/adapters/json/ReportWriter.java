package iftoprs.adapters.json;

import iftoprs.domain.flow.Report;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the conversations of a capture as a table, JSON or CSV. One thread. */
public final class ReportWriter {

  /** Name of the JSON schema; {@code docs/schema/iftoprs-report-1.json} describes it. */
  public static final String SCHEMA = "iftoprs-report/1";

  /** The form of a report. */
  public enum Format {
    /** An aligned table for people. */
    TEXT,
    /** One JSON object, schema {@value ReportWriter#SCHEMA}. */
    JSON,
    /** A header line and a line a conversation, after RFC 4180. */
    CSV
  }

  private final OutputStream out;

  /**
   * Creates a writer.
   *
   * @param out takes the report; never closed
   */
  public ReportWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a whole report.
   *
   * @param report what it says; read once, from the first conversation to the last (twice for text)
   * @param format in which form
   * @throws IOException if the target refuses it
   */
  public void write(Report report, Format format) throws IOException {
    switch (format) {
      case TEXT -> new TextReport(out).write(report);
      case JSON -> new JsonReport(out).write(report);
      case CSV -> new CsvReport(out).write(report);
    }
    out.flush();
  }
}
