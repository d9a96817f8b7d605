package iftoprs.adapters.packages;

import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks {@code dpkg -S} (dpkg-query(1)).
 *
 * <p>A diversion (dpkg-divert(1)) makes two files of one: at the old path lies the file of the
 * package that diverts, at the new one that of the package that had it. A path with wildcards may
 * match more than itself; only lines of the very path count.
 */
final class Dpkg implements PackageTool {

  private static final String DIVERSION = "diversion by ";
  private static final String LOCAL = "local diversion ";
  private static final String FROM = "from: ";
  private static final String TO = "to: ";

  private final Tool dpkg;

  Dpkg(Tool dpkg) {
    this.dpkg = dpkg;
  }

  @Override
  public Optional<Publisher> publisherOf(String path) throws IOException {
    List<String> names = MergedUsr.namesOf(path);
    List<String> lines = ask(names);
    Diversion diversion = diversion(lines, names);
    return switch (diversion) {
      case None() -> named(owners(lines, names).stream().findFirst());
      case Onto(String by) ->
          by.isEmpty() ? Optional.of(Publisher.nobody(Basis.UNPACKAGED)) : named(Optional.of(by));
      case Away(String from, String by) -> {
        List<String> former = MergedUsr.namesOf(from);
        yield named(
            owners(ask(former), former).stream().filter(owner -> !owner.equals(by)).findFirst());
      }
    };
  }

  private List<String> ask(List<String> names) throws IOException {
    // Status 1 only says that some name is unknown.
    return dpkg.run(Stream.concat(Stream.of("-S", "--"), names.stream()).toList()).lines();
  }

  private static Optional<Publisher> named(Optional<String> owner) {
    return owner.map(name -> new Publisher(Basis.DPKG, name));
  }

  /** What diversions make of a path. */
  private sealed interface Diversion {}

  /** Nothing. */
  private record None() implements Diversion {}

  /** Another's file lies there: of a package, or, without a name, of the administrator. */
  private record Onto(String by) implements Diversion {}

  /** The file has been moved there. */
  private record Away(String from, String by) implements Diversion {}

  private static Diversion diversion(List<String> lines, List<String> names) {
    String from = "";
    for (String line : lines) {
      String by = "";
      String rest = "";
      if (line.startsWith(LOCAL)) {
        rest = line.substring(LOCAL.length());
      } else if (line.startsWith(DIVERSION)) {
        int space = line.indexOf(' ', DIVERSION.length());
        by = space < 0 ? "" : line.substring(DIVERSION.length(), space);
        rest = line.substring(space + 1);
      }
      if (rest.startsWith(FROM)) {
        from = rest.substring(FROM.length());
        if (names.contains(from)) {
          return new Onto(by);
        }
      } else if (rest.startsWith(TO) && names.contains(rest.substring(TO.length()))) {
        return new Away(from, by);
      }
    }
    return new None();
  }

  /** Packages that list one of the names, from lines such as {@code libc6:amd64, a: /path}. */
  private static Set<String> owners(List<String> lines, List<String> names) {
    Set<String> owners = new LinkedHashSet<>();
    for (String line : lines) {
      int colon = line.indexOf(": ");
      if (colon < 0
          || line.startsWith(LOCAL)
          || line.startsWith(DIVERSION)
          || !names.contains(line.substring(colon + 2))) {
        continue;
      }
      for (String owner : line.substring(0, colon).split(", ")) {
        int architecture = owner.indexOf(':');
        owners.add(architecture < 0 ? owner : owner.substring(0, architecture));
      }
    }
    return owners;
  }
}
