package iftoprs.domain.screen;

/** A choice between on and off that is remembered. */
public enum Toggle {
  /** Host names instead of addresses. */
  NAMES("dns_resolution", true, "Host names"),
  /** Service names instead of port numbers. */
  SERVICES("port_resolution", true, "Service names"),
  /** Ports behind hosts. */
  PORTS("show_ports", true, "Ports"),
  /** Bars under the rows. */
  BARS("show_bars", true, "Bars"),
  /** Rates in bytes instead of bits. */
  BYTES("use_bytes", false, "Bytes"),
  /** Which process owns a flow. */
  PROCESSES("show_processes", true, "Processes"),
  /** One row an executable instead of one a process. */
  ROLL_UP("roll_up_processes", false, "Processes by executable"),
  /** Sums and peaks in the totals. */
  CUMULATIVE("show_cumulative", true, "Sums and peaks"),
  /** The frame around the screen. */
  BORDER("show_border", true, "Border"),
  /** Titles over the columns. */
  COLUMN_HEADER("show_header", true, "Column header"),
  /** A linear scale instead of a logarithmic one. */
  LINEAR("linear_scale", false, "Linear scale"),
  /** The order turned round. */
  REVERSED("reverse_sort", false, "Reverse order"),
  /** A row of history under the selected flow. */
  SPARKLINE("show_sparkline", true, "History of the selected flow"),
  /** The link's plot in the room below the flows. */
  PLOT("show_plot", true, "Plot"),
  /** The plot keeps its room, however many flows there are. */
  PLOT_PINNED("pin_plot", false, "Plot always in sight"),
  /** Tooltips for a pointer at rest. */
  HOVER("hover_tooltips", true, "Hover tooltips");

  private final String key;
  private final boolean initially;
  private final String label;

  Toggle(String key, boolean initially, String label) {
    this.key = key;
    this.initially = initially;
    this.label = label;
  }

  /** Its name among the preferences. */
  public String key() {
    return key;
  }

  /** Whether it is on when nothing was ever chosen. */
  public boolean initially() {
    return initially;
  }

  /** What it switches, for messages. */
  public String label() {
    return label;
  }
}
