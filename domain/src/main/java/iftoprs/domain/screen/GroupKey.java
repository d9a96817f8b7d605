package iftoprs.domain.screen;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.text.SafeText;
import iftoprs.ports.Executable;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Publisher;
import java.util.Comparator;
import java.util.Optional;

/**
 * What makes a row of flows one row: a process, an executable, a publisher, or the reason why flows
 * have neither.
 *
 * <p>Orders by name, then number; publishers without a name come behind those with one, reasons
 * behind all.
 */
public sealed interface GroupKey extends Comparable<GroupKey> {

  /**
   * A process.
   *
   * @param pid process id
   * @param program its name as it was told, not yet safe to print
   */
  record Process(int pid, String program) implements GroupKey {}

  /**
   * All processes that run one executable.
   *
   * @param path of the executable, as the kernel tells it; empty if it may not be seen
   * @param place whether the path leads there
   * @param program name of the process where there is no path, else empty
   */
  record Program(String path, Executable.Place place, String program) implements GroupKey {}

  /**
   * Where executables come from.
   *
   * @param publisher who published them, or why nobody can be named; empty while it is looked up
   */
  record Origin(Optional<Publisher> publisher) implements GroupKey {}

  /**
   * Flows without an owner.
   *
   * @param reason why
   */
  record Nobody(Reason reason) implements GroupKey {}

  /** The order of rows that carry the same. */
  Comparator<GroupKey> ORDER =
      Comparator.comparingInt(GroupKey::rank)
          .thenComparing(GroupKey::text, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(GroupKey::text)
          .thenComparingInt(GroupKey::number);

  /** The process to which a flow with this owner belongs. */
  static GroupKey of(Attribution attribution) {
    return switch (attribution) {
      case Attribution.Owned owned -> new Process(owned.pid(), owned.process());
      case Attribution.Unowned unowned -> new Nobody(unowned.reason());
    };
  }

  /** The executable that the owner runs; where that may not be seen, all processes of its name. */
  static GroupKey ofProgram(Attribution attribution) {
    if (!(attribution instanceof Attribution.Owned owned)) {
      return of(attribution);
    }
    Executable executable = owned.facts().executable();
    String name = executable.path().isEmpty() ? owned.process() : "";
    return new Program(executable.path(), executable.place(), name);
  }

  /** Who published the program to which a flow with this owner belongs, as far as is known. */
  static GroupKey ofPublisher(Attribution attribution, PackageOwner packages) {
    return attribution instanceof Attribution.Owned owned
        ? new Origin(packages.publisherOf(owned.facts().executable()))
        : of(attribution);
  }

  /** Whether a flow with this owner belongs here. */
  default boolean holds(Attribution attribution, PackageOwner packages) {
    return switch (this) {
      case Process process -> process.equals(of(attribution));
      case Program program -> program.equals(ofProgram(attribution));
      case Origin origin -> origin.equals(ofPublisher(attribution, packages));
      case Nobody nobody -> nobody.equals(of(attribution));
    };
  }

  /** Whether it is somebody with a name. */
  default boolean isNamed() {
    return switch (this) {
      case Process process -> true;
      case Program program -> true;
      case Origin origin -> origin.publisher.filter(Publisher::isNamed).isPresent();
      case Nobody nobody -> false;
    };
  }

  /** The name, or in words why there is none; safe to print. */
  default String name() {
    return switch (this) {
      case Process process -> SafeText.of(process.program, Row.PROCESS_LIMIT);
      case Program program -> SafeText.of(fileName(program), Row.PROCESS_LIMIT);
      case Origin origin ->
          origin.publisher.map(publisher -> name(publisher)).orElse("being looked up…");
      case Nobody nobody -> name(nobody.reason);
    };
  }

  private static String fileName(Program program) {
    return program.path.isEmpty()
        ? program.program
        : program.path.substring(program.path.lastIndexOf('/') + 1);
  }

  private static String name(Publisher publisher) {
    return switch (publisher.basis()) {
      case DPKG, RPM, APK, CODESIGN -> SafeText.of(publisher.name(), Row.PROCESS_LIMIT);
      case UNPACKAGED -> "unpackaged";
      case DELETED -> "deleted or replaced";
      case CONTAINER -> "in a container";
      case UNSEEN -> "executable not visible";
      case UNKNOWN -> "publisher unknown";
    };
  }

  private static String name(Reason reason) {
    return switch (reason) {
      case FORWARDED -> "forwarded";
      case MULTICAST -> "multicast";
      case NO_SOCKET -> "no socket found";
      case NO_PERMISSION -> "no permission to see";
      case NOT_LOCAL -> "another host's";
      case KERNEL -> "the kernel";
      case TOO_SHORT -> "over too soon";
      case OFFLINE -> "offline capture";
      case DISABLED -> "look-up off";
    };
  }

  /** As it stands behind a flow, a process with its id in front; safe to print. */
  default String label() {
    return this instanceof Process process ? process.pid + ":" + name() : name();
  }

  @Override
  default int compareTo(GroupKey other) {
    return ORDER.compare(this, other);
  }

  private int rank() {
    return switch (this) {
      case Process process -> 0;
      case Program program -> 1;
      case Origin origin -> isNamed() ? 2 : 3;
      case Nobody nobody -> 4;
    };
  }

  private String text() {
    return switch (this) {
      case Process process -> process.program;
      case Program program -> fileName(program) + '\0' + program.path;
      case Origin origin -> origin.publisher.map(Publisher::name).orElse("");
      case Nobody nobody -> "";
    };
  }

  private int number() {
    return switch (this) {
      case Process process -> process.pid;
      case Program program -> program.place.ordinal();
      case Origin origin ->
          origin.publisher.map(publisher -> publisher.basis().ordinal()).orElse(Integer.MAX_VALUE);
      case Nobody nobody -> nobody.reason.ordinal();
    };
  }
}
