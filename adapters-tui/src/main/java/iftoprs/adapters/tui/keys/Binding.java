package iftoprs.adapters.tui.keys;

import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.domain.screen.Command;
import java.util.List;

/**
 * One row of the table of keys.
 *
 * @param mode where it holds
 * @param group under which heading it stands
 * @param keys all keys that do it
 * @param caption the keys as a person reads them
 * @param help what it does, in a few words
 * @param command what is asked of the screen
 */
public record Binding(
    Mode mode, Group group, List<Key> keys, String caption, String help, Command command) {

  /** Headings, in the order of the help. */
  public enum Group {
    MOVE("Move"),
    SORT("Sort"),
    FIND("Find"),
    SHOW("Show"),
    LOOK("Look"),
    TAKE("Take along"),
    PROGRAM("Program"),
    EDIT("While typing"),
    THEMES("In the list of themes"),
    EDITOR("In the editor of themes"),
    PAGES("In this help"),
    SEGMENTS("In the list of the bar's parts"),
    DEVICES("In the list of devices"),
    ALERTS("In the list of alerts");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /** The heading. */
    public String title() {
      return title;
    }
  }

  /** Copies the keys. */
  public Binding {
    keys = List.copyOf(keys);
  }
}
