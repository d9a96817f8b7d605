package iftoprs.domain.screen;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.Executable;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Publisher;
import java.util.ArrayList;
import java.util.List;

/** What tooltips tell of processes and their programs: each fact where it is known. */
final class OwnerFacts {

  private static final int PATH_LIMIT = 4096;

  private OwnerFacts() {}

  /** Which process, and who runs it. */
  static List<Line> process(Attribution.Owned owner) {
    String user = SafeText.of(owner.facts().user(), Row.PROCESS_LIMIT);
    String process = GroupKey.of(owner).label();
    return List.of(new Fact("Process", user.isEmpty() ? process : process + ", user " + user));
  }

  /** What it runs, where that comes from, and where the system keeps it. */
  static List<Line> program(Attribution.Owned owner, PackageOwner packages) {
    List<Line> lines = new ArrayList<>();
    ProcessFacts facts = owner.facts();
    Executable executable = facts.executable();
    if (!executable.path().isEmpty()) {
      lines.add(new Fact("Executable", path(executable.path(), executable.place())));
    }
    if (executable.place() != Executable.Place.UNSEEN) {
      String words =
          packages.publisherOf(executable).map(OwnerFacts::words).orElse("being looked up…");
      lines.add(new Fact("Package", words));
    }
    facts
        .group()
        .container()
        .ifPresent(
            container ->
                lines.add(
                    new Fact(
                        "Container",
                        SafeText.of(container.runtime() + " " + container.id(), PATH_LIMIT))));
    facts
        .group()
        .unit()
        .ifPresent(unit -> lines.add(new Fact("Unit", SafeText.of(unit, PATH_LIMIT))));
    return lines;
  }

  /** The command line, which may be long. */
  static List<Line> command(Attribution.Owned owner) {
    String text = owner.facts().commandLine();
    return text.isEmpty()
        ? List.of()
        : List.of(new Fact("Command", SafeText.of(text, ProcessFacts.MAX_COMMAND_LINE)));
  }

  /** A path, safe to print, and what became of the file. */
  static String path(String path, Executable.Place place) {
    String safe = SafeText.of(path, PATH_LIMIT);
    return switch (place) {
      case HERE, UNSEEN -> safe;
      case DELETED -> safe + " (deleted)";
      case ELSEWHERE -> safe + " (in a container)";
    };
  }

  /** The package or signer, or why there is none. */
  static String words(Publisher publisher) {
    String name = SafeText.of(publisher.name(), Row.PROCESS_LIMIT);
    return switch (publisher.basis()) {
      case DPKG -> name + " (dpkg)";
      case RPM -> name + " (rpm)";
      case APK -> name + " (apk)";
      case CODESIGN -> name + " (code signature)";
      case UNPACKAGED -> "none, no package has the file";
      case DELETED -> "unknown, the file is deleted or replaced";
      case CONTAINER -> "unknown, it is the container's own";
      case UNSEEN -> "unknown, the executable may not be seen";
      case UNKNOWN -> "unknown, no package manager could tell";
    };
  }

  /** The first few of many, and how many more there are. */
  static String few(List<String> all, int most) {
    List<String> shown = all.subList(0, Math.min(most, all.size()));
    int more = all.size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Why there is no process. */
  static String reason(Reason reason) {
    return switch (reason) {
      case FORWARDED -> "forwarded, neither end is this host";
      case MULTICAST -> "multicast, no single socket stands for it";
      case NO_SOCKET -> "no socket of this host matches";
      case NO_PERMISSION -> "its socket's process may not be seen";
      case NOT_LOCAL -> "the local end is another host";
      case KERNEL -> "the kernel itself speaks";
      case TOO_SHORT -> "over before anybody could look";
      case OFFLINE -> "a capture file tells no processes";
      case DISABLED -> "look-up is off, Z switches it on";
    };
  }
}
