package iftoprs.ports;

/**
 * A capture that cannot be opened or goes wrong; the message is one line for the user. That of a
 * bad filter may be followed by two more: the filter, and a caret below the place.
 */
public final class CaptureException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why, as far as a program must know. Only {@link #LINK_LOST} is worth a retry. */
  public enum Reason {
    /** The system refuses for want of privilege. */
    NOT_PERMITTED,
    /** No device has that name. */
    NO_SUCH_DEVICE,
    /** The capture filter is not understood. */
    BAD_FILTER,
    /** The file is missing, unreadable, or no capture. */
    BAD_FILE,
    /** The device went away or went down. */
    LINK_LOST,
    /** The capture library is missing or unusable. */
    NO_LIBRARY
  }

  private final Reason reason;

  /**
   * Creates the exception.
   *
   * @param reason why
   * @param message one line that says what happened and what to do
   */
  public CaptureException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * Creates the exception.
   *
   * @param reason why
   * @param message one line that says what happened and what to do
   * @param cause what the library said
   */
  public CaptureException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
