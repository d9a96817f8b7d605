package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks {@code apk info --who-owns} (apk-info(8)), which answers {@code /bin/busybox is owned by
 * busybox-1.36.1-r29}. A version begins with a digit and ends in a release.
 */
final class Apk implements PackageTool {

  private static final Pattern OWNER =
      Pattern.compile(".* is owned by (\\S+?)(?:-\\d[^-\\s]*-r\\d+)?", Pattern.DOTALL);

  private final Tool apk;

  Apk(Tool apk) {
    this.apk = apk;
  }

  @Override
  public Optional<Publisher> publisherOf(String path) throws IOException {
    for (String name : MergedUsr.namesOf(path)) {
      Tool.Output output = apk.run(List.of("info", "--who-owns", name));
      for (String line : output.lines()) {
        Matcher matcher = OWNER.matcher(line);
        if (output.status() == 0 && matcher.matches()) {
          return Optional.of(new Publisher(Basis.APK, matcher.group(1)));
        }
      }
    }
    return Optional.empty();
  }
}
