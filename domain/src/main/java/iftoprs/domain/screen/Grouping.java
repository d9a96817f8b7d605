package iftoprs.domain.screen;

import iftoprs.domain.owner.Attribution;
import iftoprs.ports.PackageOwner;

/** What puts flows into one group, each a tab. */
public enum Grouping {
  /** The process that owns them, or all that run one executable. */
  PROCESS("Processes", "Procs", "P"),
  /** Who published the program that owns them. */
  PUBLISHER("Publishers", "Pubs", "U");

  /**
   * What a group is called.
   *
   * @param one with its article
   * @param many without
   */
  public record Noun(String one, String many) {

    /** So many groups, in words. */
    public String counted(int number) {
      return number + " " + (number == 1 ? one.substring(one.indexOf(' ') + 1) : many);
    }
  }

  private static final Noun PROCESSES = new Noun("a process", "processes");
  private static final Noun EXECUTABLES = new Noun("an executable", "executables");
  private static final Noun PUBLISHERS = new Noun("a publisher", "publishers");

  private final String title;
  private final String shortTitle;
  private final String sign;

  Grouping(String title, String shortTitle, String sign) {
    this.title = title;
    this.shortTitle = shortTitle;
    this.sign = sign;
  }

  /** The title of its tab. */
  public String title() {
    return title;
  }

  /** The same where room is short, at most 5 characters. */
  public String shortTitle() {
    return shortTitle;
  }

  /** The same in one character. */
  public String sign() {
    return sign;
  }

  /** What a group is called. */
  public Noun noun(Settings settings) {
    return switch (this) {
      case PROCESS -> settings.is(Toggle.ROLL_UP) ? EXECUTABLES : PROCESSES;
      case PUBLISHER -> PUBLISHERS;
    };
  }

  /** The group to which a flow with this owner belongs. */
  GroupKey key(Attribution attribution, Settings settings, PackageOwner packages) {
    return switch (this) {
      case PROCESS ->
          settings.is(Toggle.ROLL_UP) ? GroupKey.ofProgram(attribution) : GroupKey.of(attribution);
      case PUBLISHER -> GroupKey.ofPublisher(attribution, packages);
    };
  }
}
