package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Snapshot;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a tooltip tells, in words that are safe to print. Whoever draws it breaks what is too long.
 *
 * @param title over it
 * @param lines from the top
 */
public record TipText(String title, List<Line> lines) {

  /** Copies the lines. */
  public TipText {
    lines = List.copyOf(lines);
  }

  /** A line of a tooltip. */
  public sealed interface Line {}

  /**
   * Something with a name.
   *
   * @param label its name; empty for more about the line before
   * @param value what it is
   */
  public record Fact(String label, String value) implements Line {}

  /**
   * Something that should not be.
   *
   * @param label its name
   * @param value what it is
   */
  public record Warning(String label, String value) implements Line {}

  /**
   * Figures in columns, each as wide as {@link iftoprs.domain.text.Rates#WIDTH}.
   *
   * @param label what they are about
   * @param cells figures, or their titles
   * @param heading whether they are titles
   */
  public record Figures(String label, List<String> cells, boolean heading) implements Line {}

  /**
   * A history to be plotted.
   *
   * @param samples bytes per second, oldest first
   * @param most how many of them to show
   * @param secondsEach time between two of them
   */
  public record Plot(long[] samples, int most, int secondsEach) implements Line {}

  /**
   * Samples of the colours.
   *
   * @param label what they are
   */
  public record Swatches(String label) implements Line {}

  /**
   * What the user can do.
   *
   * @param text in a few words
   */
  public record Hint(String text) implements Line {}

  /** Nothing, to part what is above from what is below. */
  public record Gap() implements Line {}

  /**
   * What only the drawing side knows.
   *
   * @param framesDrawn how many times the screen was drawn
   * @param newestAgeNanos how long ago the newest snapshot came
   * @param theme the palette's name for people
   * @param zone for times of day
   */
  public record Moment(long framesDrawn, long newestAgeNanos, String theme, ZoneId zone) {}

  /**
   * The tooltip that is up.
   *
   * @param state what the user has chosen
   * @param list what is listed
   * @param newest the newest snapshot
   * @param moment the rest
   * @return its words; empty without a tooltip, or for a flow that is gone
   */
  public static Optional<TipText> of(
      ScreenState state, Listing list, Snapshot newest, Moment moment) {
    if (state.tips().shown().isEmpty()) {
      return Optional.empty();
    }
    return switch (state.tips().shown().orElseThrow()) {
      case Tip.OfRow tip -> of(tip.subject(), state, list, moment);
      case Tip.OfSegment tip -> Optional.of(of(tip.segment(), state, list, newest, moment));
    };
  }

  private static Optional<TipText> of(
      Tip.Subject subject, ScreenState state, Listing list, Moment moment) {
    return switch (subject) {
      case Tip.Flow(FlowKey key) ->
          list instanceof FlowList flows ? FlowTip.of(state, flows, key, moment) : Optional.empty();
      case Tip.Group(GroupKey key) ->
          list instanceof GroupList groups ? GroupTip.of(state, groups, key) : Optional.empty();
    };
  }

  /** The same without gaps, for where they would make it higher than the screen. */
  public TipText dense() {
    return new TipText(title, lines.stream().filter(line -> !(line instanceof Gap)).toList());
  }

  /** What is told about a part of the bar. */
  public static TipText of(
      Segment segment, ScreenState state, Listing list, Snapshot newest, Moment moment) {
    return new SegmentTip(state, list, newest, moment).of(segment);
  }
}
