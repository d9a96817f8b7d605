package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks {@code rpm -qf} (rpm(8)); it fails for a file that no package has. */
final class Rpm implements PackageTool {

  private static final String MARK = "package ";

  private final Tool rpm;

  Rpm(Tool rpm) {
    this.rpm = rpm;
  }

  @Override
  public Optional<Publisher> publisherOf(String path) throws IOException {
    for (String name : MergedUsr.namesOf(path)) {
      Tool.Output output =
          rpm.run(List.of("-qf", "--queryformat", MARK + "%{NAME}\\n", "--", name));
      Optional<String> owner =
          output.lines().stream()
              .filter(line -> output.status() == 0 && line.startsWith(MARK))
              .map(line -> line.substring(MARK.length()))
              .findFirst();
      if (owner.isPresent()) {
        return owner.map(it -> new Publisher(Basis.RPM, it));
      }
    }
    return Optional.empty();
  }
}
