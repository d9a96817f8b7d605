package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.FlowKey;
import iftoprs.domain.flow.Interest;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import iftoprs.ports.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinsTest {

  private static final String ME = "192.168.1.20";
  private static final String THERE = "192.0.2.1";

  private final SampleTraffic traffic = new SampleTraffic();
  private final List<Effect> effects = new ArrayList<>();
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of(), 120, 35);
  private Snapshot snapshot = traffic.newest();
  private Listing list = newList();

  private Listing newList() {
    return Listing.of(snapshot, state, LookUps.NONE);
  }

  private void take(Transition transition) {
    state = transition.state();
    effects.addAll(transition.effects());
  }

  private void press(Command... commands) {
    for (Command command : commands) {
      take(Update.apply(state, command, list));
      list = newList();
      take(Update.settle(state, list));
    }
  }

  private void show(Snapshot next) {
    snapshot = next;
    list = newList();
    take(Update.settle(state, list));
  }

  private static FlowKey tcp(int localPort, int remotePort) {
    return SampleTraffic.key(Transport.TCP, ME + ":" + localPort, THERE + ":" + remotePort);
  }

  private List<Integer> remotePorts() {
    FlowList flows = (FlowList) list;
    return IntStream.range(0, list.size()).mapToObj(i -> flows.flow(i).remote().port()).toList();
  }

  private SampleTraffic three() {
    return traffic
        .tcp(ME + ":40001", THERE + ":443", 9000, 0)
        .tcp(ME + ":40002", THERE + ":22", 500, 0)
        .tcp(ME + ":40003", "192.0.2.7:80", 4000, 0);
  }

  private static Table stored(Value... pairs) {
    return pairs.length == 2
        ? new Table(Map.of("src", pairs[0], "dst", pairs[1]))
        : new Table(
            Map.of("src", pairs[0], "dst", pairs[1], "port", pairs[2], "protocol", pairs[3]));
  }

  private static Settings settings(Value... pins) {
    return Settings.of(new Preferences(Map.of("pinned", new Many(List.of(pins)))));
  }

  @ParameterizedTest
  @CsvSource({
    "51544, 443, 443",
    "22, 60122, 22",
    "50112, 22000, 22000",
    "5000, 6379, 5000",
    "41000, 51413, 41000",
  })
  void the_port_of_the_service_is_pinned(int local, int remote, int pinned) {
    assertThat(Pin.of(tcp(local, remote)).port()).contains(pinned);
  }

  @Test
  void a_later_connection_to_the_service_is_pinned_too_but_nothing_else() {
    Pins pins = Pins.NONE.with(Pin.of(tcp(51544, 443)));

    assertThat(pins.matching(tcp(60000, 443))).hasSize(1);
    assertThat(pins.matching(tcp(51544, 444))).isEmpty();
    assertThat(pins.matching(SampleTraffic.key(Transport.UDP, ME + ":51544", THERE + ":443")))
        .isEmpty();
    assertThat(pins.matching(SampleTraffic.key(Transport.TCP, ME + ":51544", "192.0.2.2:443")))
        .isEmpty();
  }

  @Test
  void it_does_not_matter_which_end_is_the_local_one() {
    Pins pins = Pins.NONE.with(Pin.of(tcp(51544, 443)));
    FlowKey turned = SampleTraffic.key(Transport.TCP, THERE + ":443", ME + ":51544");

    assertThat(pins.matching(turned)).hasSize(1);
  }

  @Test
  void pairs_of_hosts_alone_match_any_port_and_protocol() {
    Pins pins = settings(stored(new Text(THERE), new Text(ME))).pins();

    assertThat(pins.matching(tcp(1, 2))).hasSize(1);
    assertThat(pins.matching(SampleTraffic.key(Transport.ICMP, ME, THERE))).hasSize(1);
  }

  @Test
  void pins_survive_being_saved_and_loaded() {
    Settings chosen =
        Settings.DEFAULT.withPins(
            Pins.NONE
                .with(Pin.of(tcp(51544, 443)))
                .with(Pin.of(SampleTraffic.key(Transport.ICMP, ME, THERE)))
                .with(Pin.of(SampleTraffic.key(Transport.ARP, ME, THERE))));

    assertThat(Settings.of(chosen.toPreferences())).isEqualTo(chosen);
    assertThat(chosen.changesSince(Settings.DEFAULT).values()).containsOnlyKeys("pinned");
  }

  @Test
  void what_is_no_pin_is_left_out() {
    Text me = new Text(ME);
    Settings settings =
        settings(
            new Text("x"),
            stored(me, new Text("a.name")),
            stored(me, me, new Whole(70_000), new Text("TCP")),
            stored(me, me, new Whole(443), new Text("no-protocol")),
            stored(me, me, new Whole(443), new Text("tcp")));

    assertThat(settings.pins().all()).hasSize(1);
  }

  @Test
  void pinned_flows_stand_first_in_their_own_order_and_are_marked() {
    show(three().tick());
    assertThat(remotePorts()).containsExactly(443, 80, 22);
    press(new Command.MoveToLast(), new Command.TogglePin());
    assertThat(remotePorts()).containsExactly(22, 443, 80);
    press(new Command.MoveToLast(), new Command.TogglePin());

    assertThat(remotePorts()).containsExactly(80, 22, 443);
    FlowList flows = (FlowList) list;
    assertThat(IntStream.range(0, 3).mapToObj(i -> flows.row(i).pinned()))
        .containsExactly(true, true, false);
  }

  @Test
  void the_message_says_what_was_pinned_and_it_is_saved() {
    show(three().tick());
    press(new Command.MoveToFirst(), new Command.TogglePin());

    assertThat(state.message()).contains("Pinned ★ 192.168.1.20 ↔ 192.0.2.1, TCP port 443");
    Table pin = stored(new Text(ME), new Text(THERE), new Whole(443), new Text("TCP"));
    assertThat(effects)
        .contains(
            new Effect.SaveSettings(new Preferences(Map.of("pinned", new Many(List.of(pin))))));

    press(new Command.TogglePin());
    assertThat(state.message()).contains("Unpinned 192.168.1.20 ↔ 192.0.2.1, TCP port 443");
    assertThat(state.settings().pins()).isEqualTo(Pins.NONE);
  }

  @Test
  void without_a_flow_to_pin_the_key_says_how_to_get_one() {
    show(three().tick());
    press(new Command.TogglePin());
    assertThat(state.message().orElseThrow()).startsWith("Select a flow first");
    press(new Command.NextTab(1), new Command.TogglePin());
    assertThat(state.message().orElseThrow()).startsWith("Pins belong to flows");
    assertThat(state.settings().pins()).isEqualTo(Pins.NONE);
  }

  @Test
  void pins_are_bounded() {
    Pins full = Pins.NONE;
    for (int port = 1; port <= Pins.MOST; port++) {
      full = full.with(Pin.of(tcp(50_000, 1000 + port)));
    }
    state = state.withSettings(state.settings().withPins(full));
    show(three().tick());
    press(new Command.MoveToFirst(), new Command.TogglePin());

    assertThat(state.settings().pins()).isEqualTo(full);
    assertThat(state.message().orElseThrow()).contains("take one away");
  }

  @Test
  void pinned_flows_are_watched_even_where_a_filter_hides_them() {
    show(three().tick());
    press(new Command.MoveToFirst(), new Command.TogglePin(), new Command.Back());
    FlowKey pinned = tcp(40_001, 443);
    press(new Command.OpenFilter(), new Command.EditFilter(new Prompt.Insert("192.0.2.7")));
    assertThat(remotePorts()).containsExactly(80);

    assertThat(effects.stream().filter(Effect.Watch.class::isInstance))
        .last()
        .isEqualTo(new Effect.Watch(new Interest(Set.of(pinned))));
  }

  @Test
  void a_pinned_flow_stays_when_it_is_idle() {
    show(three().tick());
    press(new Command.MoveToFirst(), new Command.TogglePin(), new Command.Back());
    for (int second = 0; second < 50; second++) {
      for (Effect effect : effects) {
        if (effect instanceof Effect.Watch(Interest interest)) {
          traffic.watch(interest);
        }
      }
      show(traffic.tick());
    }

    assertThat(remotePorts()).containsExactly(443);
  }

  @Test
  void a_held_order_lets_pins_come_first() {
    show(three().tick());
    press(new Command.Freeze(), new Command.MoveToLast(), new Command.TogglePin());

    assertThat(remotePorts()).containsExactly(22, 443, 80);
  }
}
