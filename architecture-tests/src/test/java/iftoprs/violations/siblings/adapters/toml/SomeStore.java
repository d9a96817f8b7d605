package iftoprs.violations.siblings.adapters.toml;

/** What the violation beside it reaches for. */
public final class SomeStore {

  private SomeStore() {}

  /** Says nothing. */
  public static void touch() {}
}
