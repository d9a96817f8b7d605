package iftoprs.domain.screen;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.text.SafeText;

/**
 * What makes a row of the processes one row: a process, or the reason why flows have none.
 *
 * <p>Orders processes by name, then id; reasons come behind all of them.
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
   * Flows without an owner.
   *
   * @param reason why
   */
  record Nobody(Reason reason) implements GroupKey {}

  /** The row to which a flow with this owner belongs. */
  static GroupKey of(Attribution attribution) {
    return switch (attribution) {
      case Attribution.Owned owned -> new Process(owned.pid(), owned.process());
      case Attribution.Unowned unowned -> new Nobody(unowned.reason());
    };
  }

  /** The name of the process, or the reason in words; safe to print. */
  default String name() {
    return switch (this) {
      case Process process -> SafeText.of(process.program, Row.PROCESS_LIMIT);
      case Nobody nobody ->
          switch (nobody.reason) {
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
    };
  }

  /** Id and name in one word, as they stand behind a flow, or the reason; safe to print. */
  default String label() {
    return switch (this) {
      case Process process -> process.pid + ":" + name();
      case Nobody nobody -> name();
    };
  }

  @Override
  default int compareTo(GroupKey other) {
    return switch (this) {
      case Process process ->
          other instanceof Process(int pid, String program) ? compare(process, pid, program) : -1;
      case Nobody nobody ->
          other instanceof Nobody(Reason reason) ? nobody.reason.compareTo(reason) : 1;
    };
  }

  private static int compare(Process process, int pid, String name) {
    int order = process.program.compareToIgnoreCase(name);
    if (order == 0) {
      order = process.program.compareTo(name);
    }
    return order != 0 ? order : Integer.compare(process.pid, pid);
  }
}
