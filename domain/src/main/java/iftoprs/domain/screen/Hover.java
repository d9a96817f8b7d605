package iftoprs.domain.screen;

/**
 * A pointer at rest on a part of the bar.
 *
 * @param segment which part
 * @param phase what has come of it
 * @param until when the phase ends, by the clock of whoever tells of the pointer; nanoseconds
 */
public record Hover(Segment segment, Phase phase, long until) {

  private static final long PATIENCE_NANOS = 1_000_000_000L;
  private static final long SHOWN_NANOS = 3_000_000_000L;

  public enum Phase {
    /** Not long enough for a tooltip. */
    WAITING,
    /** The tooltip is up. */
    SHOWN,
    /** It was up, and comes back only for another part. */
    OVER
  }

  static Hover begin(Segment segment, long now) {
    return new Hover(segment, Phase.WAITING, now + PATIENCE_NANOS);
  }

  Hover shown(long now) {
    return new Hover(segment, Phase.SHOWN, now + SHOWN_NANOS);
  }

  Hover over() {
    return new Hover(segment, Phase.OVER, until);
  }

  boolean ends(long now) {
    return phase != Phase.OVER && now - until >= 0;
  }
}
