package iftoprs.domain.screen;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.flow.WindowRates;
import iftoprs.domain.text.Rates;
import java.util.Optional;
import java.util.OptionalInt;

/** What the user takes out of the screen: a row for the clipboard, the figures for a file. */
final class Errands {

  private Errands() {}

  /** What the screen says at once; what became of it is said when it is known. */
  static ScreenState go(ScreenState state, Command.Errand errand, Listing list) {
    return switch (errand) {
      case Command.Copy copy ->
          list.selected(state).isPresent()
              ? state
              : state.saying("Select a row first: j, ↓ or a click");
      case Command.Export export -> isEmpty(list) ? state.saying("Nothing to export yet") : state;
    };
  }

  /** Whether nothing was captured yet, not even silence. */
  private static boolean isEmpty(Listing list) {
    return list.snapshot().head().timeNanos() == 0;
  }

  static Optional<Effect> effect(ScreenState state, Command command, Listing list) {
    if (!(command instanceof Command.Errand errand)) {
      return Optional.empty();
    }
    return switch (errand) {
      case Command.Copy copy -> line(state, list).map(Effect.Copy::new);
      case Command.Export export ->
          isEmpty(list)
              ? Optional.empty()
              : Optional.of(new Effect.Export(export.form(), list.snapshot()));
    };
  }

  /** The selected row as one line. */
  private static Optional<String> line(ScreenState state, Listing list) {
    OptionalInt selected = list.selected(state);
    if (selected.isEmpty()) {
      return Optional.empty();
    }
    Rates rates = state.settings().is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS;
    return Optional.of(
        switch (list) {
          case FlowList flows -> line(flows.row(selected.getAsInt()), rates);
          case GroupList groups -> line(groups.row(selected.getAsInt()), rates);
        });
  }

  private static String line(Row row, Rates rates) {
    StringBuilder text = new StringBuilder();
    text.append(row.source().host()).append(row.source().port()).append(" <=> ");
    text.append(row.destination().host()).append(row.destination().port()).append(' ');
    text.append(row.protocol());
    if (!row.process().isEmpty()) {
      text.append(' ').append(row.process());
    }
    WindowRates both =
        new WindowRates(
            row.flow().rate(Window.TWO, Side.BOTH),
            row.flow().rate(Window.TEN, Side.BOTH),
            row.flow().rate(Window.FORTY, Side.BOTH));
    return figures(text, row.flow().bytes(Side.BOTH), both, rates);
  }

  private static String line(GroupRow row, Rates rates) {
    StringBuilder text = new StringBuilder(row.key().label());
    text.append(' ').append(row.flows()).append(row.flows() == 1 ? " flow" : " flows");
    Totals totals = row.totals();
    return figures(text, totals.sentBytes() + totals.receivedBytes(), totals.both(), rates);
  }

  private static String figures(StringBuilder text, long bytes, WindowRates both, Rates rates) {
    text.append(" total ").append(Rates.BYTES.text(bytes));
    text.append(" 2s ").append(rates.text(both.two())).append("/s");
    text.append(" 10s ").append(rates.text(both.ten())).append("/s");
    text.append(" 40s ").append(rates.text(both.forty())).append("/s");
    return text.toString();
  }
}
