package iftoprs.violations.leaf.domain;

/** What the violation beside it reaches for. */
public final class SomeFigure {

  private SomeFigure() {}

  /** Says nothing. */
  public static void touch() {}
}
