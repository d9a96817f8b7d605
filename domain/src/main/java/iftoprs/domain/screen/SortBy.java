package iftoprs.domain.screen;

import iftoprs.domain.flow.Window;
import java.util.Optional;

/**
 * What a list is ordered by: every column of the tabs. Rows that are equal in it follow their keys.
 */
public enum SortBy {
  /** Rate over 2 s, highest first. */
  TWO("2s", Optional.of(Window.TWO)),
  /** Rate over 10 s, highest first. */
  TEN("10s", Optional.of(Window.TEN)),
  /** Rate over 40 s, highest first. */
  FORTY("40s", Optional.of(Window.FORTY)),
  /** Bytes since the flow was first seen, most first. */
  TOTAL("total", Optional.empty()),
  /** Name of the local host, those without a name behind, by address; a group's own name. */
  SOURCE("source", Optional.empty()),
  /** Name of the remote host, those without a name behind, by address. */
  DESTINATION("destination", Optional.empty()),
  /** Keyword of the transport. */
  PROTOCOL("protocol", Optional.empty()),
  /** Name of the service, flows without one behind. */
  SERVICE("service", Optional.empty()),
  /** Name of the process, then its id; flows without one behind, by reason. */
  PROCESS("process", Optional.empty()),
  /** Packets a second, most first. */
  PACKETS("packets", Optional.empty()),
  /** Number of a group's flows, most first. */
  FLOWS("flows", Optional.empty()),
  /** Process id, or number of a group's processes, highest first. */
  NUMBER("pid", Optional.empty()),
  /** Command line, path or programs of a group, those without behind. */
  DETAIL("command", Optional.empty());

  private static final int WITH_KEYS = DESTINATION.ordinal() + 1;

  private final String spelling;
  private final Optional<Window> window;

  SortBy(String spelling, Optional<Window> window) {
    this.spelling = spelling;
    this.window = window;
  }

  /** As it is shown, and written among the preferences. */
  public String spelling() {
    return spelling;
  }

  /** The window whose rate it is, if it is one. */
  public Optional<Window> window() {
    return window;
  }

  /** Whether it is an order from A to Z; the others begin with what is most. */
  public boolean isByName() {
    return switch (this) {
      case TWO, TEN, FORTY, TOTAL, PACKETS, FLOWS, NUMBER -> false;
      case SOURCE, DESTINATION, PROTOCOL, SERVICE, PROCESS, DETAIL -> true;
    };
  }

  /** The window that bars show: its own, or the shortest. */
  public Window barWindow() {
    return window.orElse(Window.TWO);
  }

  /** The order by the rate over a window. */
  public static SortBy of(Window window) {
    return switch (window) {
      case TWO -> TWO;
      case TEN -> TEN;
      case FORTY -> FORTY;
    };
  }

  /**
   * What it comes to in a view that may lack its column: the name that is there instead, or the
   * rate over 2 s.
   */
  public SortBy in(View view) {
    boolean groups = view instanceof View.Groups;
    return switch (this) {
      case TWO, TEN, FORTY, TOTAL, SOURCE, PACKETS -> this;
      case DESTINATION, PROCESS -> groups ? SOURCE : this;
      case PROTOCOL, SERVICE -> groups ? TWO : this;
      case DETAIL -> groups ? this : PROCESS;
      case FLOWS, NUMBER -> groups ? this : TWO;
    };
  }

  /** The order behind this one, round and round those that have keys. */
  SortBy next() {
    return ordinal() < WITH_KEYS ? values()[(ordinal() + 1) % WITH_KEYS] : TWO;
  }
}
