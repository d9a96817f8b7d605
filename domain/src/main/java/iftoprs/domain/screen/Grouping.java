package iftoprs.domain.screen;

/** What puts flows into one group, each a tab. */
public enum Grouping {
  /** Who owns them. */
  PROCESS("Processes");

  private final String title;

  Grouping(String title) {
    this.title = title;
  }

  /** The title of its tab. */
  public String title() {
    return title;
  }
}
