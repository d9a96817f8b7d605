package iftoprs.domain.screen;

/** What the editor of themes is asked for, apart from being accepted and closed. */
public sealed interface ThemeEdit {

  /** Opens the editor over the palette in use. */
  record Open() implements ThemeEdit {}

  /** Goes to another of the colours. */
  record MoveSlot(int steps) implements ThemeEdit {}

  /** Takes the colour so many numbers, or steps round the colour wheel, further. */
  record Step(int steps) implements ThemeEdit {}

  /** Takes the colour so many steps along a track. */
  record Go(Track track, int steps) implements ThemeEdit {}

  /**
   * Takes what a track has in the pointer's column, and follows the pointer until it lets go.
   *
   * @param slider the track as it was painted
   * @param column of the screen, which may lie outside of the track
   */
  record Slide(Target.Slider slider, int column) implements ThemeEdit {}

  /** Follows the pointer along the track that it holds, if it holds one. */
  record Follow(int column) implements ThemeEdit {}

  /** Follows the pointer no longer. */
  record LetGo() implements ThemeEdit {}

  /** Goes between a number from 0 to 255 and a colour of hue, saturation and brightness. */
  record Convert() implements ThemeEdit {}

  /** Asks for another name of a theme that is the user's own. */
  record Rename() implements ThemeEdit {}

  /** Deletes a theme that is the user's own; to be asked twice. */
  record Delete() implements ThemeEdit {}
}
