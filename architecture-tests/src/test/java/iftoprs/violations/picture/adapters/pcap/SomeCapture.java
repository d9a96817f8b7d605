package iftoprs.violations.picture.adapters.pcap;

/** What the violation beside it reaches for. */
public final class SomeCapture {

  private SomeCapture() {}

  /** Says nothing. */
  public static void touch() {}
}
