package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks {@code rpm -qf} (rpm(8)); it fails for a file that no package has.
 *
 * <p>It is told its database: where it is installed beside another package manager it looks for one
 * in the user's home, and makes a folder for that.
 */
final class Rpm implements PackageTool {

  /** Where systems that are made of its packages have the database. */
  static final List<String> DATABASES = List.of("/usr/lib/sysimage/rpm", "/var/lib/rpm");

  private static final String MARK = "package ";

  private final Tool rpm;
  private final String database;

  Rpm(Tool rpm, String database) {
    this.rpm = rpm;
    this.database = database;
  }

  /** The first of these folders in which there is a database. */
  static Optional<String> database(List<String> folders) {
    return folders.stream()
        .filter(
            folder -> {
              String[] files = new File(folder).list();
              return files != null && files.length > 0;
            })
        .findFirst();
  }

  @Override
  public Optional<Publisher> publisherOf(String path) throws IOException {
    for (String name : MergedUsr.namesOf(path)) {
      Tool.Output output =
          rpm.run(
              List.of(
                  "-qf", "--dbpath", database, "--queryformat", MARK + "%{NAME}\\n", "--", name));
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
