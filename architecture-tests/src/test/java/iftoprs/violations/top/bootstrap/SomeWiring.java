package iftoprs.violations.top.bootstrap;

/** What the violation beside it reaches for. */
public final class SomeWiring {

  private SomeWiring() {}

  /** Says nothing. */
  public static void touch() {}
}
