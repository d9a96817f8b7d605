package iftoprs.bootstrap.completion;

/** Labels of values that a shell can complete; others are words of the option's own, or free. */
public final class Labels {

  /** A file. */
  public static final String FILE = "FILE";

  /** A device of this machine. */
  public static final String DEVICE = "DEVICE";

  /** A theme. */
  public static final String THEME = "THEME";

  /** A user of this machine. */
  public static final String USER = "USER";

  private Labels() {}
}
