package iftoprs.domain.screen;

/** In which form figures are exported. */
public enum ExportForm {
  /** One line of JSON, the record of the stream. */
  JSON,
  /** A header line, then a line a flow. */
  CSV
}
