package iftoprs.ports;

import java.util.Optional;

/**
 * Tells which package of the system an executable came with: its publisher. Never blocks: answers
 * what is known and learns the rest in the background. Any thread.
 */
@FunctionalInterface
public interface PackageOwner {

  /** For runs that know no processes. */
  PackageOwner NONE = executable -> Optional.empty();

  /**
   * The publisher of an executable, if it is known by now.
   *
   * @param executable which
   * @return its publisher, or why it has none; empty while it is being looked up
   */
  Optional<Publisher> publisherOf(Executable executable);
}
