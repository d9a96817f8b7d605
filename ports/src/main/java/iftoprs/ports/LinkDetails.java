package iftoprs.ports;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the system tells of a device beyond what a capture needs.
 *
 * @param carrier whether something is at the other end; empty if that is not known
 * @param mtu longest packet (bytes)
 * @param speedMegabits speed that the device has agreed on (Mbit/s); few know one
 * @param kind what kind of link it is, in a word or two
 */
public record LinkDetails(
    Optional<Boolean> carrier, OptionalInt mtu, OptionalInt speedMegabits, Optional<String> kind) {

  /** Nothing is known. */
  public static final LinkDetails UNKNOWN =
      new LinkDetails(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
}
