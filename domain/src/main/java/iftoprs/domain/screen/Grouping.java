package iftoprs.domain.screen;

import iftoprs.domain.owner.Attribution;
import iftoprs.ports.PackageOwner;
import java.util.Locale;

/** What puts flows into one group, each a tab. */
public enum Grouping {
  /** The process that owns them. */
  PROCESS("Processes", "Procs", "P", "a process"),
  /** Who published the program that owns them. */
  PUBLISHER("Publishers", "Pubs", "U", "a publisher");

  private final String title;
  private final String shortTitle;
  private final String sign;
  private final String member;

  Grouping(String title, String shortTitle, String sign, String member) {
    this.title = title;
    this.shortTitle = shortTitle;
    this.sign = sign;
    this.member = member;
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

  /** One of the groups, with its article. */
  public String member() {
    return member;
  }

  /** So many groups, in words. */
  public String counted(int number) {
    String one = member.substring(member.indexOf(' ') + 1);
    return number + " " + (number == 1 ? one : plural());
  }

  /** The groups, in a word. */
  public String plural() {
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }

  /** The group to which a flow with this owner belongs. */
  GroupKey key(Attribution attribution, PackageOwner packages) {
    return switch (this) {
      case PROCESS -> GroupKey.of(attribution);
      case PUBLISHER -> GroupKey.ofPublisher(attribution, packages);
    };
  }
}
