package iftoprs.adapters.tui.terminal;

/** There is no terminal that a screen could be drawn on; the message is one line for the user. */
public final class TerminalRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  TerminalRefusal(String reason) {
    super("no terminal here (" + reason + "); use --json or --report");
  }

  TerminalRefusal(String reason, Throwable cause) {
    super("no terminal here (" + reason + "); use --json or --report", cause);
  }
}
