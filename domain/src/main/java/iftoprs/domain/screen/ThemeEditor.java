package iftoprs.domain.screen;

import java.util.Optional;

/**
 * A palette being edited.
 *
 * @param draft as it is now, shown on the whole screen
 * @param stored name of the user's own theme that is being edited; empty for a built-in one
 * @param slot the colour in hand, from 0; the last one is the background
 * @param naming the name being typed, if one is
 * @param deleting whether the user was asked if the theme shall be deleted
 */
public record ThemeEditor(
    ThemeColours draft,
    Optional<String> stored,
    int slot,
    Optional<Naming> naming,
    boolean deleting) {

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
    return new ThemeEditor(colours, stored, 0, Optional.empty(), false);
  }

  ThemeEditor moved(int steps) {
    int next = Math.clamp((long) slot + steps, 0, SLOTS - 1);
    return new ThemeEditor(draft, stored, next, naming, false);
  }

  ThemeEditor stepped(int steps) {
    return slot == BACKGROUND
        ? with(draft.turned())
        : with(draft.with(slot, draft.inks().get(slot).further(steps)));
  }

  ThemeEditor brighter(int steps) {
    return slot == BACKGROUND
        ? this
        : with(draft.with(slot, draft.inks().get(slot).mixed().brighter(steps)));
  }

  ThemeEditor richer(int steps) {
    return slot == BACKGROUND
        ? this
        : with(draft.with(slot, draft.inks().get(slot).mixed().richer(steps)));
  }

  ThemeEditor converted() {
    return slot == BACKGROUND ? this : with(draft.with(slot, draft.inks().get(slot).otherwise()));
  }

  ThemeEditor withNaming(Optional<Naming> changed) {
    return new ThemeEditor(draft, stored, slot, changed, false);
  }

  ThemeEditor askedToDelete() {
    return new ThemeEditor(draft, stored, slot, naming, true);
  }

  private ThemeEditor with(ThemeColours changed) {
    return new ThemeEditor(changed, stored, slot, naming, false);
  }
}
