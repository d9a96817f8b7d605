package iftoprs.domain.screen;

/** What the editor of themes is asked for, apart from being accepted and closed. */
public sealed interface ThemeEdit {

  /** Opens the editor over the palette in use. */
  record Open() implements ThemeEdit {}

  /** Goes to another of the colours. */
  record MoveSlot(int steps) implements ThemeEdit {}

  /** Takes the colour so many numbers, or steps round the colour wheel, further. */
  record Step(int steps) implements ThemeEdit {}

  /** Makes the colour brighter, or darker. */
  record Brighten(int steps) implements ThemeEdit {}

  /** Makes the colour more colourful, or greyer. */
  record Enrich(int steps) implements ThemeEdit {}

  /** Goes between a number from 0 to 255 and a colour of hue, saturation and brightness. */
  record Convert() implements ThemeEdit {}

  /** Asks for another name of a theme that is the user's own. */
  record Rename() implements ThemeEdit {}

  /** Deletes a theme that is the user's own; to be asked twice. */
  record Delete() implements ThemeEdit {}
}
