package iftoprs.domain.screen;

import iftoprs.domain.flow.FlowKey;
import java.util.Optional;

/** A tooltip. It lies over the flows, but the keys go on to act on them. */
public sealed interface Tip {

  /** What a row of the list stands for. */
  sealed interface Subject {}

  /**
   * A flow.
   *
   * @param key which
   */
  record Flow(FlowKey key) implements Subject {}

  /**
   * A group of flows.
   *
   * @param key which
   */
  record Group(GroupKey key) implements Subject {}

  /**
   * About the selected row.
   *
   * @param subject what it stands for
   * @param opened where the pointer opened it; empty if a key did
   * @param page which page, any number: the view counts pages round and round
   */
  record OfRow(Subject subject, Optional<Spot> opened, int page) implements Tip {}

  /**
   * About a part of the bar.
   *
   * @param segment which
   * @param hovered whether it goes by itself, for a pointer at rest has opened it
   * @param page which page, any number
   */
  record OfSegment(Segment segment, boolean hovered, int page) implements Tip {}

  /** Which page, any number: the view counts pages round and round. */
  int page();

  /** The same, so many pages further on. */
  default Tip turned(int pages) {
    return switch (this) {
      case OfRow row -> new OfRow(row.subject, row.opened, row.page + pages);
      case OfSegment segment ->
          new OfSegment(segment.segment, segment.hovered, segment.page + pages);
    };
  }
}
