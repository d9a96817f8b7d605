package iftoprs.domain.screen;

import iftoprs.ports.LinkDetails;
import java.util.Optional;

/**
 * What tooltips tell of the world beyond the figures.
 *
 * @param about the program
 * @param live whether a device of this host is captured, and not a file
 * @param link what the system tells of the device; empty as long as nobody has asked
 */
public record Surroundings(About about, boolean live, Optional<LinkDetails> link) {

  /** Nothing is known. */
  public static final Surroundings UNKNOWN =
      new Surroundings(About.UNKNOWN, false, Optional.empty());

  /**
   * The program.
   *
   * @param version its number
   * @param built day of the build
   * @param licence under which it may be used
   * @param repository where its source is found
   * @param runtime what runs it
   */
  public record About(
      String version, String built, String licence, String repository, String runtime) {

    /** Nothing is known. */
    public static final About UNKNOWN = new About("", "", "", "", "");
  }

  Surroundings withLink(LinkDetails found) {
    return new Surroundings(about, live, Optional.of(found));
  }
}
