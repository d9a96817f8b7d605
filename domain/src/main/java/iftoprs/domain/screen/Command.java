package iftoprs.domain.screen;

/** Something the user, or the world, asks of the screen. */
public sealed interface Command {

  /** Moves the selection by so many flows; without one, the first flow is selected. */
  record Move(int flows) implements Command {}

  /** Moves the selection by so many half pages. */
  record MoveHalfPages(int count) implements Command {}

  /** Selects the first flow. */
  record MoveToFirst() implements Command {}

  /** Selects the last flow. */
  record MoveToLast() implements Command {}

  /** Selects the flow at a place of the list, if there is one. */
  record Select(int index) implements Command {}

  /** Orders by something else, and ends a freeze. */
  record Sort(SortBy by) implements Command {}

  /** Holds the order on screen, or lets it go. */
  record Freeze() implements Command {}

  /** Stops or resumes to show new figures. */
  record Pause() implements Command {}

  /** Switches something on or off. */
  record Flip(Toggle toggle) implements Command {}

  /** Takes the next look of the bars; after the last one they are off. */
  record NextBarStyle() implements Command {}

  /** Takes the next line mode. */
  record NextLineMode() implements Command {}

  /** Takes the next refresh interval. */
  record NextRefresh() implements Command {}

  /** Begins to type a display filter. */
  record OpenFilter() implements Command {}

  /** Changes the display filter being typed. */
  record EditFilter(Prompt.Edit edit) implements Command {}

  /** Shows all flows again. */
  record ClearFilter() implements Command {}

  /** Opens the table of keys, or closes it. */
  record Help() implements Command {}

  /** Turns so many pages of the table of keys. */
  record TurnPage(int pages) implements Command {}

  /** Opens the list of palettes. */
  record OpenThemes() implements Command {}

  /** Takes a palette further down the list, round and round. */
  record MoveTheme(int steps) implements Command {}

  /** Keeps what the overlay shows, and closes it. */
  record Accept() implements Command {}

  /** Closes the overlay and takes back what it changed; without one, ends the selection. */
  record Back() implements Command {}

  /** Leaves the program. */
  record Quit() implements Command {}

  /** Stops the program as a shell's job. */
  record Suspend() implements Command {}

  /** The screen has another size. */
  record Resize(int columns, int rows) implements Command {}

  /** Shows a line of news. */
  record Say(String message) implements Command {}

  /** The line of news was there long enough. */
  record Hush() implements Command {}
}
