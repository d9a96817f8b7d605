package iftoprs.domain.screen;

import iftoprs.domain.flow.DirectionRule;
import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Gap;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.text.SafeText;
import iftoprs.domain.text.Times;
import iftoprs.ports.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** All that is known about a flow. */
final class FlowTip {

  private static final int MOST_SAMPLES = 40;
  private static final int MOST_HOLDERS = 3;

  private final ScreenState state;
  private final FlowList list;
  private final Row row;
  private final FlowSnapshot flow;
  private final Moment moment;
  private final List<Line> lines = new ArrayList<>();

  private FlowTip(ScreenState state, FlowList list, Row row, Moment moment) {
    this.state = state;
    this.list = list;
    this.row = row;
    this.flow = row.flow();
    this.moment = moment;
  }

  /** The tooltip of a flow; empty if it is not in the list. */
  static Optional<TipText> of(ScreenState state, FlowList list, FlowKey key, Moment moment) {
    OptionalInt at = list.indexOf(key);
    return at.isPresent()
        ? Optional.of(new FlowTip(state, list, list.row(at.getAsInt()), moment).text())
        : Optional.empty();
  }

  private TipText text() {
    end("Source", row.source(), row.key().local());
    end("Destination", row.destination(), row.key().remote());
    String service = row.service().isEmpty() ? "" : ", service " + row.service();
    fact("Protocol", row.protocol() + service);
    owner(flow.attribution());
    fact("Direction", "source is local: " + basis(flow.directionRule()));
    lines.add(new Gap());
    lines.addAll(TipFigures.of(state, flow::rate, flow::bytes, flow::packets));
    lines.add(new Gap());
    lines.add(
        new TipText.Plot(flow.history(), MOST_SAMPLES, list.snapshot().head().refreshSeconds()));
    long now = list.snapshot().head().timeNanos();
    fact(
        "Seen",
        "first " + seen(flow.firstSeenNanos(), now) + "; last " + seen(flow.lastSeenNanos(), now));
    if (flow.partial()) {
      fact("Partial", "what it carried before went into the overflow");
    }
    fact("Pinned", row.pinned() ? "★ yes, F unpins" : "no, F pins");
    if (flow.attribution() instanceof Attribution.Owned owned) {
      lines.addAll(OwnerFacts.command(owned));
    }
    return new TipText("Flow", lines);
  }

  private void fact(String label, String value) {
    lines.add(new Fact(label, value));
  }

  /** As the list shows it, and in numbers where these are not the same. */
  private void end(String label, Row.End shown, Endpoint end) {
    String words = shown.host() + shown.port();
    String address = end.address().toString();
    String numbers =
        end.port() == 0
            ? address
            : (end.address().isIpv6() ? "[" + address + "]" : address) + ":" + end.port();
    fact(label, words);
    if (!words.equals(numbers)) {
      fact("", numbers);
    }
  }

  private void owner(Attribution attribution) {
    switch (attribution) {
      case Attribution.Owned owned -> {
        lines.addAll(OwnerFacts.process(owned));
        fact("Known by", quality(owned.quality()));
        others(owned.others());
        lines.addAll(OwnerFacts.program(owned, list.packages()));
      }
      case Attribution.Unowned unowned ->
          fact("Process", "none: " + OwnerFacts.reason(unowned.reason()));
    }
  }

  private void others(List<Attribution.Holder> others) {
    if (!others.isEmpty()) {
      fact(
          "Shared with",
          OwnerFacts.few(
              others.stream()
                  .map(holder -> new GroupKey.Process(holder.pid(), holder.process()).label())
                  .toList(),
              MOST_HOLDERS));
    }
  }

  private static String quality(Attribution.Quality quality) {
    return switch (quality) {
      case EXACT -> "its own socket (exact)";
      case LOCAL -> "a socket at the local address and port (local)";
      case LISTENER -> "a socket that listens on every address (listener)";
      case RECENT -> "a socket that is closed by now (recent)";
    };
  }

  private String basis(DirectionRule rule) {
    return switch (rule) {
      case LINK -> "the frame says so";
      case NET_FILTER -> "in the networks of -F";
      case INTERFACE_ADDRESS -> "an address of " + device();
      case INTERFACE_NETWORK -> "in a network of " + device();
      case PRIVATE_ADDRESS -> "a private address";
      case SERVICE_PORT -> "by the port of the service";
      case FIRST_SEEN -> "it sent first";
    };
  }

  private String device() {
    return SafeText.of(list.snapshot().head().device().name(), 40);
  }

  private String seen(long nanos, long now) {
    return Times.clock(nanos, moment.zone()) + ", " + Times.duration(now - nanos) + " ago";
  }
}
