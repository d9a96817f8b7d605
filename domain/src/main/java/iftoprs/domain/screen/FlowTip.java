package iftoprs.domain.screen;

import iftoprs.domain.flow.DirectionRule;
import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.FlowSnapshot;
import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Window;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.screen.TipText.Fact;
import iftoprs.domain.screen.TipText.Figures;
import iftoprs.domain.screen.TipText.Gap;
import iftoprs.domain.screen.TipText.Line;
import iftoprs.domain.screen.TipText.Moment;
import iftoprs.domain.text.Rates;
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

  /** Columns of the terminal that sums beside the rates take. */
  private static final int WIDE = 64;

  private final ScreenState state;
  private final FlowList list;
  private final Row row;
  private final FlowSnapshot flow;
  private final Moment moment;
  private final Rates rates;
  private final List<Line> lines = new ArrayList<>();

  private FlowTip(ScreenState state, FlowList list, Row row, Moment moment) {
    this.state = state;
    this.list = list;
    this.row = row;
    this.flow = row.flow();
    this.moment = moment;
    this.rates = state.settings().is(Toggle.BYTES) ? Rates.BYTES : Rates.BITS;
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
    figures();
    lines.add(new Gap());
    lines.add(
        new TipText.Plot(flow.history(), MOST_SAMPLES, list.snapshot().head().refreshSeconds()));
    long now = list.snapshot().head().timeNanos();
    fact("First seen", seen(flow.firstSeenNanos(), now));
    fact("Last seen", seen(flow.lastSeenNanos(), now));
    if (flow.partial()) {
      fact("Partial", "what it carried before went into the overflow");
    }
    fact("Pinned", row.pinned() ? "★ yes, F unpins" : "no, F pins");
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
        fact("Process", GroupKey.of(owned).label());
        fact("Known by", quality(owned.quality()));
        others(owned.others());
      }
      case Attribution.Unowned unowned -> fact("Process", "none: " + reason(unowned.reason()));
    }
  }

  private void others(List<Attribution.Holder> others) {
    if (others.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>();
    for (Attribution.Holder holder : others.subList(0, Math.min(MOST_HOLDERS, others.size()))) {
      names.add(holder.pid() + ":" + SafeText.of(holder.process(), Row.PROCESS_LIMIT));
    }
    int more = others.size() - names.size();
    fact("Shared with", String.join(", ", names) + (more > 0 ? " and " + more + " more" : ""));
  }

  private static String quality(Attribution.Quality quality) {
    return switch (quality) {
      case EXACT -> "its own socket (exact)";
      case LOCAL -> "a socket at the local address and port (local)";
      case LISTENER -> "a socket that listens on every address (listener)";
      case RECENT -> "a socket that is closed by now (recent)";
    };
  }

  private static String reason(Attribution.Reason reason) {
    return switch (reason) {
      case FORWARDED -> "forwarded, neither end is this host";
      case MULTICAST -> "multicast, no single socket stands for it";
      case NO_SOCKET -> "no socket of this host matches";
      case NO_PERMISSION -> "its socket's process may not be seen";
      case NOT_LOCAL -> "the local end is another host";
      case KERNEL -> "the kernel itself speaks";
      case TOO_SHORT -> "over before anybody could look";
      case OFFLINE -> "a capture file tells no processes";
      case DISABLED -> "look-up is off, Z switches it on";
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

  private void figures() {
    boolean wide = state.columns() >= WIDE;
    heading(rates.perSecond(), wide ? "2s,10s,40s,total,packets" : "2s,10s,40s");
    side("TX", Side.SENT, wide);
    side("RX", Side.RECEIVED, wide);
    side("TX+RX", Side.BOTH, wide);
    if (!wide) {
      heading("since start", "total,packets");
      sums("TX", Side.SENT);
      sums("RX", Side.RECEIVED);
      sums("TX+RX", Side.BOTH);
    }
  }

  private void heading(String label, String titles) {
    lines.add(new Figures(label, List.of(titles.split(",")), true));
  }

  private void side(String label, Side side, boolean wide) {
    List<String> cells = new ArrayList<>();
    for (Window window : Window.values()) {
      cells.add(rates.aligned(flow.rate(window, side)));
    }
    if (wide) {
      cells.add(Rates.BYTES.aligned(flow.bytes(side)));
      cells.add(Long.toString(flow.packets(side)));
    }
    lines.add(new Figures(label, cells, false));
  }

  private void sums(String label, Side side) {
    List<String> cells =
        List.of(Rates.BYTES.aligned(flow.bytes(side)), Long.toString(flow.packets(side)));
    lines.add(new Figures(label, cells, false));
  }

  private String seen(long nanos, long now) {
    return Times.clock(nanos, moment.zone()) + ", " + Times.duration(now - nanos) + " ago";
  }
}
