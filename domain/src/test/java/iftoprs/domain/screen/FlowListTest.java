package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Totals;
import iftoprs.domain.flow.Window;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowListTest {

  private static final String ME = "192.168.1.20:5000";

  private final SampleTraffic traffic = new SampleTraffic();
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of(), 120, 35);

  private FlowList list(Snapshot snapshot) {
    return FlowList.of(snapshot, state, LookUps.NONE);
  }

  static List<String> remotes(FlowList list) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.flow(i).remote().address().toString())
        .toList();
  }

  private void lines(LineMode mode) {
    state = state.withSettings(state.settings().withLineMode(mode));
  }

  private Snapshot three() {
    return traffic
        .tcp(ME, "192.0.2.1:1", 100, 3000)
        .tcp(ME, "192.0.2.2:1", 2000, 2000)
        .tcp(ME, "192.0.2.3:1", 2500, 100)
        .tick();
  }

  @Test
  void the_heaviest_flow_comes_first() {
    assertThat(remotes(list(three()))).containsExactly("192.0.2.2", "192.0.2.1", "192.0.2.3");
  }

  @Test
  void only_the_first_flows_are_listed_where_that_is_asked_for() {
    state = state.withScope(new CaptureScope("", "", OptionalInt.of(2)));
    assertThat(remotes(list(three()))).containsExactly("192.0.2.2", "192.0.2.1");
    state = Update.apply(state, new Command.Match("192.0.2.3"), list(traffic.tick())).state();
    assertThat(state.filter().text()).isEqualTo("192.0.2.3");
    assertThat(remotes(list(three()))).containsExactly("192.0.2.3");
  }

  @Test
  void a_direction_shown_alone_decides_the_order() {
    Snapshot snapshot = three();
    lines(LineMode.SENT);
    assertThat(remotes(list(snapshot))).containsExactly("192.0.2.3", "192.0.2.2", "192.0.2.1");
    lines(LineMode.RECEIVED);
    assertThat(remotes(list(snapshot))).containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3");
  }

  @Test
  void reversing_turns_the_order_round() {
    Snapshot snapshot = three();
    List<String> forward = remotes(list(snapshot));
    state = state.withSettings(state.settings().with(Toggle.REVERSED, true));

    assertThat(remotes(list(snapshot))).isEqualTo(forward.reversed());
  }

  @Test
  void equal_rates_follow_the_keys_whatever_came_first() {
    Snapshot snapshot =
        traffic
            .tcp(ME, "192.0.2.9:1", 500, 0)
            .tcp(ME, "192.0.2.10:1", 500, 0)
            .tcp(ME, "192.0.2.1:1", 500, 0)
            .tick();

    assertThat(remotes(list(snapshot))).containsExactly("192.0.2.1", "192.0.2.9", "192.0.2.10");
  }

  @Test
  void a_frozen_order_holds_and_newcomers_join_at_the_end() {
    FlowList before = list(three());
    state = state.withFrozen(Optional.of(before.freeze()));
    Snapshot later =
        traffic
            .tcp(ME, "192.0.2.3:1", 900_000, 0)
            .tcp(ME, "192.0.2.4:1", 5_000_000, 0)
            .tcp(ME, "192.0.2.5:1", 4_000_000, 0)
            .tick();

    assertThat(remotes(list(later)))
        .containsExactly("192.0.2.2", "192.0.2.1", "192.0.2.3", "192.0.2.4", "192.0.2.5");
  }

  @Test
  void a_paused_screen_lists_its_own_snapshot() {
    Snapshot held = three();
    state = state.withPaused(Optional.of(held));
    Snapshot later = traffic.tcp(ME, "192.0.2.7:1", 9, 9).tick();

    assertThat(list(later).snapshot()).isSameAs(held);
  }

  @Test
  void by_rate_nobody_is_asked_for_names_until_a_row_is_made() {
    List<IpAddress> asked = new ArrayList<>();
    HostNames names =
        address -> {
          asked.add(address);
          return Optional.empty();
        };

    FlowList list = FlowList.of(three(), state, LookUps.of(names, ServiceNames.NONE));
    assertThat(asked).isEmpty();
    list.row(0);
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_clients_port_is_neither_called_nor_found_by_the_service_registered_for_it() {
    ServiceNames services = (transport, port) -> Optional.of("s" + port);
    LookUps known = LookUps.of(HostNames.NONE, services);
    Snapshot snapshot = traffic.tcp(ME, "192.0.2.1:443", 1, 1).tick();
    for (String found : List.of("s443", ":s443", "5000", ":5000")) {
      state = state.withFilter(Filter.of(found));
      assertThat(FlowList.of(snapshot, state, known).size()).as(found).isEqualTo(1);
    }
    for (String strange : List.of("s5000", ":s5000")) {
      state = state.withFilter(Filter.of(strange));
      assertThat(FlowList.of(snapshot, state, known).size()).as(strange).isZero();
    }
    state = state.withFilter(Filter.NONE);
    Row row = FlowList.of(snapshot, state, known).row(0);
    assertThat(row.source().port()).isEqualTo(":5000");
    assertThat(row.destination().port()).isEqualTo(":s443");
  }

  @Test
  void a_name_that_is_learned_is_found_by_the_next_list() {
    Map<String, String> learned = new HashMap<>();
    HostNames names = address -> Optional.ofNullable(learned.get(address.toString()));
    LookUps known = LookUps.of(names, ServiceNames.NONE);
    Snapshot snapshot = three();
    state = state.withFilter(Filter.of("printer"));

    assertThat(remotes(FlowList.of(snapshot, state, known))).isEmpty();
    learned.put("192.0.2.2", "Printer.example");
    assertThat(remotes(FlowList.of(snapshot, state, known))).containsExactly("192.0.2.2");
    learned.clear();
    assertThat(remotes(FlowList.of(snapshot, state, known))).isEmpty();
  }

  @Test
  void of_many_hosts_some_are_asked_for_again_with_each_list_and_all_in_turn() {
    int hosts = 2 * FoundFlows.ASKED_AGAIN;
    for (int host = 0; host < hosts; host++) {
      traffic.tcp(ME, remote(host), 1, 0);
    }
    Snapshot snapshot = traffic.tick();
    AtomicInteger asked = new AtomicInteger();
    boolean[] named = {false};
    HostNames names =
        address -> {
          asked.incrementAndGet();
          return named[0] ? Optional.of("printer") : Optional.empty();
        };
    LookUps known = LookUps.of(names, ServiceNames.NONE);
    state = state.withFilter(Filter.of("printer"));
    FlowList.of(snapshot, state, known);
    named[0] = true;
    asked.set(0);

    int found = FlowList.of(snapshot, state, known).size();
    assertThat(found).isBetween(FoundFlows.ASKED_AGAIN / 2, hosts - 1);
    assertThat(asked.get()).isLessThanOrEqualTo(FoundFlows.ASKED_AGAIN);
    FlowList.of(snapshot, state, known);
    assertThat(FlowList.of(snapshot, state, known).size()).isEqualTo(hosts);
  }

  private static String remote(int host) {
    return "10.0.%d.%d:1".formatted(host >> 8, host & 255);
  }

  /** Flows come, go and change places, owners are found: what was kept must not be seen. */
  @Test
  void what_a_filter_has_kept_of_many_flows_is_what_a_new_search_finds() {
    LookUps kept = LookUps.of(HostNames.NONE, ServiceNames.NONE);
    state = state.withFilter(Filter.of("7 !4312"));
    Random random = new Random(7);
    int hosts = 2 * FoundFlows.ASKED_AGAIN;
    for (int tick = 0; tick < 60; tick++) {
      int first = tick * hosts / 20;
      for (int i = 0; i < hosts / 4; i++) {
        traffic.tcp(ME, remote(first + random.nextInt(hosts)), 1 + random.nextInt(100), 0);
      }
      for (int i = 0; i < 20; i++) {
        String remote = remote(first + random.nextInt(hosts));
        traffic.owner(Transport.TCP, ME, remote, i % 2 == 0 ? 4312 : 1, "fetcher");
      }
      Snapshot snapshot = traffic.tick();

      LookUps fresh = LookUps.of(HostNames.NONE, ServiceNames.NONE);
      assertThat(remotes(FlowList.of(snapshot, state, kept)))
          .as("tick %d", tick)
          .isEqualTo(remotes(FlowList.of(snapshot, state, fresh)))
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "firefox, 2",
    "FIREFOX, 2",
    "'firefox video', 1",
    "'firefox !video', 1",
    "4312, 2",
    "udp, 5",
    "https, 4",
    "!https, 12",
    "backup.example.org:https, 1",
    "198.51.100.9:443, 1",
    "2001:db8:77::22, 1",
    "[2001:db8:77::22]:443, 1",
    "'! ', 16",
    "nothing-has-this, 0",
  })
  void a_filter_searches_all_that_could_be_displayed(String text, int hits) {
    state = state.withFilter(Filter.of(text));
    Snapshot snapshot = new Office().after(3);

    FlowList list = FlowList.of(snapshot, state, Office.lookUps());

    assertThat(list.size()).isEqualTo(hits);
  }

  @Test
  void sums_of_the_list_are_those_of_its_flows() {
    Snapshot snapshot = three();
    state = state.withFilter(Filter.of("!192.0.2.3"));

    FlowList list = list(snapshot);
    Totals totals = list.totals().orElseThrow();
    assertThat(totals.bytes(Side.SENT)).isEqualTo(2100);
    assertThat(totals.rates(Side.RECEIVED).over(Window.TWO))
        .isEqualTo(
            list.flow(0).rate(Window.TWO, Side.RECEIVED)
                + list.flow(1).rate(Window.TWO, Side.RECEIVED));
  }

  @Test
  void without_a_filter_there_are_no_sums_of_their_own() {
    assertThat(list(three()).totals()).isEmpty();
  }

  @Test
  void a_flow_is_found_by_its_key() {
    FlowList list = list(three());

    for (int i = 0; i < list.size(); i++) {
      assertThat(list.indexOf(list.flow(i).key())).hasValue(i);
    }
    assertThat(list.indexOf(SampleTraffic.key(Transport.UDP, ME, "192.0.2.1:1"))).isEmpty();
  }

  @Test
  void a_row_says_what_is_shown() {
    Snapshot snapshot = new Office().after(3);
    Row row = FlowList.of(snapshot, state, Office.lookUps()).row(0);

    assertThat(row.source()).isEqualTo(new Row.End("workstation.lan", ":51544", ":51544"));
    assertThat(row.destination())
        .isEqualTo(new Row.End("cdn-fra3.video.example.net", ":https", ":443"));
    assertThat(row.protocol()).isEqualTo("TCP");
    assertThat(row.process()).isEqualTo("4312:firefox");
  }

  @Test
  void an_ipv6_address_is_bracketed_before_a_port_only() {
    Snapshot snapshot = traffic.udp("[2001:db8::20]:1", "[2001:db8::99]:2", 5, 5).tick();
    assertThat(list(snapshot).row(0).destination())
        .isEqualTo(new Row.End("[2001:db8::99]", ":2", ":2"));
    state = state.withSettings(state.settings().with(Toggle.PORTS, false));
    assertThat(list(snapshot).row(0).destination()).isEqualTo(new Row.End("2001:db8::99", "", ""));
  }

  @Test
  void hostile_names_are_made_safe() {
    HostNames evil = address -> Optional.of("\u001b[2Jevil\u202e");

    Row row = FlowList.of(three(), state, LookUps.of(evil, ServiceNames.NONE)).row(0);

    assertThat(row.source().host()).isEqualTo("\uFFFD[2Jevil\uFFFD");
  }
}
