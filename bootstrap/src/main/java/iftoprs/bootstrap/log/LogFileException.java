package iftoprs.bootstrap.log;

/** The log cannot be written; the message is one line for the user. */
public final class LogFileException extends Exception {

  private static final long serialVersionUID = 1L;

  LogFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
