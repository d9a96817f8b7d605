package iftoprs.bootstrap;

import iftoprs.domain.screen.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param number version of the program
 * @param date day of the build, {@code 2026-01-31}; the same for every build of one source
 * @param repository where the source is found; empty if the build was not told
 */
record Version(String number, String date, String repository) {

  private static final String LICENCE = "MIT";

  private static final String RESOURCE = "version.properties";

  /** This build, as the build itself wrote it down. */
  static Version ofThisBuild() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    String built = properties.getProperty("built");
    return new Version(
        properties.getProperty("version"),
        built.substring(0, built.indexOf('T')),
        properties.getProperty("repository"));
  }

  /** What the screen tells of this build. */
  Surroundings.About about() {
    return new Surroundings.About(number, date, LICENCE, repository, "Java " + Runtime.version());
  }

  /** One line for people, with the runtime, which matters in a bug report. */
  @Override
  public String toString() {
    return "iftoprs %s (%s), Java %s".formatted(number, date, Runtime.version());
  }
}
