package iftoprs.domain.screen;

import iftoprs.domain.screen.Target.Slider;
import java.util.Optional;

/**
 * A palette being edited.
 *
 * @param draft as it is now, shown on the whole screen
 * @param stored name of the user's own theme that is being edited; empty for a built-in one
 * @param slot the colour in hand, from 0; the last one is the background
 * @param naming the name being typed, if one is
 * @param deleting whether the user was asked if the theme shall be deleted
 * @param held the track that the pointer pulls along, while a button is down
 */
public record ThemeEditor(
    ThemeColours draft,
    Optional<String> stored,
    int slot,
    Optional<Naming> naming,
    boolean deleting,
    Optional<Slider> held) {

  /** Colours and the background. */
  public static final int SLOTS = ThemeColours.ROLES.size() + 1;

  /** The slot of the background, dark or light. */
  public static final int BACKGROUND = SLOTS - 1;

  /**
   * A name being typed.
   *
   * @param prompt the line
   * @param renames whether the old name goes
   */
  public record Naming(Prompt prompt, boolean renames) {}

  /** The start: a palette as it is in use. */
  static ThemeEditor of(ThemeColours colours, CustomThemes own) {
    Optional<String> stored = own.named(colours.name()).map(ThemeColours::name);
    return new ThemeEditor(colours, stored, 0, Optional.empty(), false, Optional.empty());
  }

  ThemeEditor moved(int steps) {
    int next = Math.clamp((long) slot + steps, 0, SLOTS - 1);
    return new ThemeEditor(draft, stored, next, naming, false, Optional.empty());
  }

  ThemeEditor stepped(int steps) {
    return slot == BACKGROUND
        ? with(draft.turned())
        : with(draft.with(slot, draft.inks().get(slot).further(steps)));
  }

  /** Takes the colour along a track; the background has none. */
  ThemeEditor gone(Track track, int steps) {
    return slot == BACKGROUND
        ? this
        : with(draft.with(slot, track.further(draft.inks().get(slot), steps)));
  }

  /** Takes what a track has in a column, and holds on to the track. */
  ThemeEditor slid(Slider slider, int column) {
    if (slot == BACKGROUND) {
      return this;
    }
    Ink ink = slider.track().at(draft.inks().get(slot), column - slider.start(), slider.cells());
    ThemeColours changed = draft.with(slot, ink);
    return new ThemeEditor(changed, stored, slot, naming, false, Optional.of(slider));
  }

  ThemeEditor released() {
    return new ThemeEditor(draft, stored, slot, naming, deleting, Optional.empty());
  }

  ThemeEditor converted() {
    return slot == BACKGROUND ? this : with(draft.with(slot, draft.inks().get(slot).otherwise()));
  }

  ThemeEditor withNaming(Optional<Naming> changed) {
    return new ThemeEditor(draft, stored, slot, changed, false, Optional.empty());
  }

  ThemeEditor askedToDelete() {
    return new ThemeEditor(draft, stored, slot, naming, true, Optional.empty());
  }

  private ThemeEditor with(ThemeColours changed) {
    return new ThemeEditor(changed, stored, slot, naming, false, held);
  }
}
