package iftoprs.violations.front.adapters.lsof;

/** What the violation beside it reaches for. */
public final class SomeSocketTable {

  private SomeSocketTable() {}

  /** Says nothing. */
  public static void touch() {}
}
