package iftoprs.domain.screen;

import java.util.List;
import java.util.OptionalInt;

/** Pins the selected flow, or takes its pin away. */
final class Pinning {

  private Pinning() {}

  static ScreenState toggle(ScreenState state, Listing list) {
    return switch (list) {
      case GroupList groups -> state.saying("Pins belong to flows: Enter shows those of the row");
      case FlowList flows -> {
        OptionalInt selected = flows.selected(state);
        yield selected.isPresent()
            ? toggle(state, flows.row(selected.getAsInt()))
            : state.saying("Select a flow first: j, ↓ or a click");
      }
    };
  }

  private static ScreenState toggle(ScreenState state, Row row) {
    Pins pins = state.settings().pins();
    List<Pin> matching = pins.matching(row.key());
    if (!matching.isEmpty()) {
      Settings fewer = state.settings().withPins(pins.without(matching));
      return state.withSettings(fewer).saying("Unpinned " + words(row, matching.getFirst()));
    }
    if (pins.all().size() == Pins.MOST) {
      return state.saying(Pins.MOST + " pins are set already: take one away first");
    }
    Pin pin = Pin.of(row.key());
    Settings more = state.settings().withPins(pins.with(pin));
    return state.withSettings(more).saying("Pinned ★ " + words(row, pin));
  }

  private static String words(Row row, Pin pin) {
    String hosts = row.source().host() + " ↔ " + row.destination().host();
    String transport = pin.transport().map(protocol -> ", " + protocol.keyword()).orElse("");
    return hosts + transport + pin.port().map(port -> " port " + port).orElse("");
  }
}
