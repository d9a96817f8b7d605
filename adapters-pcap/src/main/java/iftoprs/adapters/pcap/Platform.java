package iftoprs.adapters.pcap;

/**
 * Which system this is. A class of its own, because asking must not bind functions of C: others do
 * that at the same time, and whoever comes second waits.
 */
final class Platform {

  static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

  private Platform() {}
}
