package iftoprs.violations.driven.domain;

/** What the violation beside it reaches for. */
public final class SomeFlow {

  private SomeFlow() {}

  /** Says nothing. */
  public static void touch() {}
}
