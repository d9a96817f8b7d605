package iftoprs.adapters.tui;

/** There is no terminal to draw on; the message is one line for the user. */
public final class NoTerminalException extends Exception {

  private static final long serialVersionUID = 1L;

  NoTerminalException(String message, Throwable cause) {
    super(message, cause);
  }
}
