package iftoprs.domain.screen;

import iftoprs.ports.LinkDetails;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The tooltip, if there is one, and the pointer that may bring one.
 *
 * @param shown the tooltip that is up
 * @param hover the part of the bar on which the pointer rests
 * @param around what tooltips tell of the world
 */
public record Tips(Optional<Tip> shown, Optional<Hover> hover, Surroundings around) {

  /** None. */
  public static final Tips NONE =
      new Tips(Optional.empty(), Optional.empty(), Surroundings.UNKNOWN);

  /** When {@link Command.Elapse} is wanted, by the clock of the pointer; empty for never. */
  public OptionalLong deadline() {
    return hover.isPresent() && hover.orElseThrow().phase() != Hover.Phase.OVER
        ? OptionalLong.of(hover.orElseThrow().until())
        : OptionalLong.empty();
  }

  /** Whether the tooltip of a part of the bar is up, whoever opened it. */
  boolean shows(Segment segment) {
    return shown.isPresent()
        && shown.orElseThrow() instanceof Tip.OfSegment(Segment about, boolean h, int p)
        && about == segment;
  }

  /** Whether the tooltip that is up goes by itself. */
  boolean isHovered() {
    return shown.isPresent()
        && shown.orElseThrow() instanceof Tip.OfSegment(Segment s, boolean hovered, int p)
        && hovered;
  }

  Tips showing(Tip tip) {
    return new Tips(Optional.of(tip), hover, around);
  }

  Tips hidden() {
    return new Tips(Optional.empty(), hover, around);
  }

  Tips withHover(Optional<Hover> changed) {
    return new Tips(shown, changed, around);
  }

  Tips withLink(LinkDetails found) {
    return new Tips(shown, hover, around.withLink(found));
  }
}
