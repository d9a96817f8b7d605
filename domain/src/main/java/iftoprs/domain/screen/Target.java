package iftoprs.domain.screen;

/** What a cell of the screen belongs to. */
public sealed interface Target {

  /**
   * A row of the list.
   *
   * @param index its place in the list
   */
  record ListRow(int index) implements Target {}

  /**
   * A column's title.
   *
   * @param sort the order by that column
   */
  record Column(SortBy sort) implements Target {}

  /**
   * The title of a tab.
   *
   * @param view which
   */
  record Tab(View view) implements Target {}

  /**
   * A part of the bar at the foot.
   *
   * @param segment which
   */
  record Bar(Segment segment) implements Target {}

  /**
   * A line to choose in what lies over the flows.
   *
   * @param index its place in the whole list
   */
  record Entry(int index) implements Target {}

  /**
   * A line in the editor of themes along which a property is chosen.
   *
   * @param track which property
   * @param start its first column on the screen
   * @param cells how many columns it has, from 2 on
   */
  record Slider(Track track, int start, int cells) implements Target {}

  /**
   * A hint that does what its key does.
   *
   * @param command what the key asks for
   */
  record Action(Command command) implements Target {}

  /** The rest of what lies over the flows. */
  record Popup() implements Target {}

  /** Nothing that could be used. */
  record Nothing() implements Target {}

  /** The rest of what lies over the flows. */
  Target POPUP = new Popup();

  /** Nothing that could be used. */
  Target NOTHING = new Nothing();
}
