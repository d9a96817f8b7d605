package iftoprs.ports;

import java.util.Optional;

/**
 * What is known of a process beside its id and name, as of when its socket was found.
 *
 * <p>The texts come from the process and are hostile: whoever shows one makes it safe first.
 *
 * @param commandLine its arguments with spaces between them, at most {@value #MAX_COMMAND_LINE}
 *     characters; empty if it has none or they may not be seen
 * @param user who it runs as: a name of this system, or a number; empty if that may not be seen
 * @param executable the file it runs
 * @param group where the system keeps it: container and unit
 */
public record ProcessFacts(
    String commandLine, String user, Executable executable, ControlGroup group) {

  /** Longest command line that is kept, in characters. */
  public static final int MAX_COMMAND_LINE = 1024;

  /** Nothing is known. */
  public static final ProcessFacts UNKNOWN =
      new ProcessFacts("", "", Executable.UNKNOWN, ControlGroup.NONE);

  /**
   * Where the system keeps a process.
   *
   * @param container the container it is in
   * @param unit the systemd unit it belongs to, such as {@code sshd.service}
   */
  public record ControlGroup(Optional<Container> container, Optional<String> unit) {

    /** Neither is known. */
    public static final ControlGroup NONE = new ControlGroup(Optional.empty(), Optional.empty());
  }

  /**
   * A container.
   *
   * @param runtime what runs it: {@code docker}, {@code podman}, {@code kubernetes}, {@code lxc}, …
   * @param id its id or name, as the runtime calls it
   */
  public record Container(String runtime, String id) {}
}
