package iftoprs.domain.screen;

import iftoprs.ports.DeviceSurvey;
import iftoprs.ports.LinkDetails;

/** Something the user, or the world, asks of the screen. */
public sealed interface Command {

  /** Moves the selection. */
  sealed interface Motion extends Command {}

  /** Changes what is remembered. */
  sealed interface Choice extends Command {}

  /** Opens, uses or closes what lies over the flows. */
  sealed interface Dialogue extends Command {}

  /** Moves the selection by so many rows; without one, the first row in sight is selected. */
  record Move(int rows) implements Motion {}

  /** Moves the selection by so many half pages. */
  record MoveHalfPages(int count) implements Motion {}

  /** Selects the first row. */
  record MoveToFirst() implements Motion {}

  /** Selects the last row. */
  record MoveToLast() implements Motion {}

  /** Selects the row at a place of the list, if there is one. */
  record Select(int index) implements Motion {}

  /** Goes to another view. */
  sealed interface Journey extends Command {}

  /** Shows the tab so many further on, round and round. */
  record NextTab(int steps) implements Journey {}

  /** Shows a tab. */
  record ShowTab(View tab) implements Journey {}

  /** Shows the flows of the selected group. */
  record Enter() implements Journey {}

  /** Orders by something else, and ends a freeze. */
  record Sort(SortBy by) implements Choice {}

  /** Holds the order on screen, or lets it go. */
  record Freeze() implements Command {}

  /** Stops or resumes to show new figures. */
  record Pause() implements Command {}

  /** Lets the link's totals and peaks count from now on. */
  record ResetTotals() implements Command {}

  /** Keeps the selected flow in sight, or no longer. */
  record TogglePin() implements Command {}

  /** Switches something on or off. */
  record Flip(Toggle toggle) implements Choice {}

  /** Takes the next look of the bars; after the last one they are off. */
  record NextBarStyle() implements Choice {}

  /** Takes the next line mode. */
  record NextLineMode() implements Choice {}

  /** Shows the plot in the room that flows leave, then always, then never. */
  record NextPlot() implements Choice {}

  /** Takes the next refresh interval. */
  record NextRefresh() implements Choice {}

  /** Has to do with the choice of a device. */
  sealed interface Choosing extends Command {}

  /** Asks for the list of devices, which opens when it is there. */
  record OpenDevices() implements Choosing {}

  /** Looks at the devices again. */
  record Survey() implements Choosing {}

  /**
   * The devices were looked at.
   *
   * @param reading what was seen
   * @param opens whether the list shall open now
   */
  record Surveyed(DeviceSurvey.Reading reading, boolean opens) implements Choosing {}

  /** Goes so many devices down the list, round and round. */
  record MoveDevice(int steps) implements Choosing {}

  /** Another device is captured on now. */
  record DeviceOpened(String name) implements Choosing {}

  /** Has to do with alerts. */
  sealed interface Alarming extends Command {}

  /**
   * Tells of new alerts.
   *
   * @param message what to tell
   * @param newest number of the newest of them
   */
  record Ring(String message, long newest) implements Alarming {}

  /** Ends half a period of blinking. */
  record Blink() implements Alarming {}

  /** Opens the list of alerts, or closes it. */
  record ShowAlerts() implements Alarming {}

  /** Scrolls the list of alerts by so many. */
  record ScrollAlerts(int rows) implements Alarming {}

  /** Takes something out of the screen. */
  sealed interface Errand extends Command {}

  /** Copies the selected row to the clipboard. */
  record Copy() implements Errand {}

  /** Writes the figures on screen into a file. */
  record Export(ExportForm form) implements Errand {}

  /** Begins to type a display filter. */
  record OpenFilter() implements Dialogue {}

  /** Changes the line being typed: the display filter, or the name of a theme. */
  record EditFilter(Prompt.Edit edit) implements Dialogue {}

  /** Takes a display filter as if it had been typed. */
  record Match(String text) implements Command {}

  /** Shows all flows again. */
  record ClearFilter() implements Command {}

  /** Opens the table of keys, or closes it. */
  record Help() implements Dialogue {}

  /** Turns so many pages of the table of keys. */
  record TurnPage(int pages) implements Dialogue {}

  /** Opens the list of palettes. */
  record OpenThemes() implements Dialogue {}

  /** Takes a palette further down the list, round and round. */
  record MoveTheme(int steps) implements Dialogue {}

  /** Uses the editor of themes. */
  record EditTheme(ThemeEdit edit) implements Dialogue {}

  /** Keeps what the overlay shows, and closes it. */
  record Accept() implements Dialogue {}

  /**
   * Closes the overlay and takes back what it changed; without one, goes back from the flows of a
   * group to all groups, or else ends the selection.
   */
  record Back() implements Dialogue {}

  /** Takes a palette by its place in the list. */
  record PickTheme(int index) implements Dialogue {}

  /** Opens the tooltip of the selected row, or closes it. */
  record ExplainRow() implements Dialogue {}

  /** Opens the tooltip of a part of the bar; it stays until it is closed. */
  record Explain(Segment segment) implements Dialogue {}

  /** Turns so many pages of a tooltip, or of what is told about a part of the bar. */
  record TurnTip(int pages) implements Dialogue {}

  /** Opens the list of all parts of the bar with their tooltips. */
  record OpenSegments() implements Dialogue {}

  /** Goes so many parts of the bar further, round and round. */
  record MoveSegment(int steps) implements Dialogue {}

  /** The buttons that do something. */
  enum Button {
    LEFT,
    MIDDLE,
    RIGHT
  }

  /** What the pointer does. */
  sealed interface Pointer extends Command {

    /** Where it is. */
    Spot spot();
  }

  /** A button goes down. */
  record Press(Button button, Spot spot) implements Pointer {}

  /** The pointer moves with the left button down. */
  record Drag(Spot spot) implements Pointer {}

  /** A button goes up. */
  record Release(Spot spot) implements Pointer {}

  /** The wheel turns so many steps, down if more than 0. */
  record Wheel(int steps, Spot spot) implements Pointer {}

  /** The pointer moves with no button down, at so many nanoseconds of any clock. */
  record Hover(Spot spot, long nanos) implements Pointer {}

  /** So late it is by the clock of {@link Hover}. */
  record Elapse(long nanos) implements Command {}

  /** What the system tells of the captured device. */
  record LinkIs(LinkDetails details) implements Command {}

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
