package iftoprs.domain.screen;

import static iftoprs.domain.screen.FlowListTest.remotes;
import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.HostNames;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowOrderTest {

  private static final String ME = "192.168.1.20:5000";

  private final SampleTraffic traffic = new SampleTraffic();
  private ScreenState state = ScreenState.initial(Settings.DEFAULT, List.of(), 120, 35);

  private FlowList list(Snapshot snapshot) {
    return FlowList.of(snapshot, state, LookUps.NONE);
  }

  private void sort(SortBy by) {
    state = state.withSettings(state.settings().withSort(by));
  }

  @Test
  void other_windows_give_other_orders() {
    traffic.tcp(ME, "192.0.2.1:1", 90_000, 0).tick();
    for (int i = 0; i < 4; i++) {
      traffic.tcp(ME, "192.0.2.2:1", 1000, 0).tick();
    }
    assertThat(remotes(list(traffic.newest()))).containsExactly("192.0.2.2", "192.0.2.1");
    sort(SortBy.TEN);
    assertThat(remotes(list(traffic.newest()))).containsExactly("192.0.2.1", "192.0.2.2");
  }

  @Test
  void by_total_those_with_most_bytes_come_first_and_rates_do_not_count() {
    traffic.tcp(ME, "192.0.2.1:1", 90_000, 5).tcp(ME, "192.0.2.3:1", 5, 80_000).tick();
    for (int i = 0; i < 4; i++) {
      traffic.tcp(ME, "192.0.2.2:1", 1000, 0).tick();
    }
    sort(SortBy.TOTAL);
    assertThat(remotes(list(traffic.newest())))
        .containsExactly("192.0.2.1", "192.0.2.3", "192.0.2.2");
    state = state.withSettings(state.settings().withLineMode(LineMode.RECEIVED));
    assertThat(remotes(list(traffic.newest())))
        .containsExactly("192.0.2.3", "192.0.2.1", "192.0.2.2");
  }

  @ParameterizedTest
  @CsvSource({
    "PROTOCOL, 192.0.2.4 192.0.2.1 192.0.2.3 192.0.2.2",
    "SERVICE, 192.0.2.2 192.0.2.1 192.0.2.3 192.0.2.4",
    "PROCESS, 192.0.2.3 192.0.2.2 192.0.2.1 192.0.2.4",
    "DETAIL, 192.0.2.3 192.0.2.2 192.0.2.1 192.0.2.4",
    "PACKETS, 192.0.2.1 192.0.2.2 192.0.2.4 192.0.2.3",
    "FLOWS, 192.0.2.4 192.0.2.3 192.0.2.2 192.0.2.1",
    "NUMBER, 192.0.2.4 192.0.2.3 192.0.2.2 192.0.2.1",
  })
  void columns_without_a_key_order_too(SortBy by, String expected) {
    traffic
        .owner(Transport.TCP, ME, "192.0.2.1:443", 9, "wget")
        .owner(Transport.UDP, ME, "192.0.2.2:53", 7, "curl")
        .owner(Transport.TCP, ME, "192.0.2.3:443", 5, "curl");
    for (int i = 0; i < 3; i++) {
      traffic.tcp(ME, "192.0.2.1:443", 10, 0);
    }
    traffic.udp(ME, "192.0.2.2:53", 50, 50).tcp(ME, "192.0.2.3:443", 2000, 0);
    Snapshot snapshot = traffic.icmp("192.168.1.20", "192.0.2.4", 3000, 0).tick();
    ServiceNames services =
        (transport, port) -> Optional.of(port == 53 ? "domain" : "https").filter(it -> port < 1024);
    sort(by);

    FlowList list = FlowList.of(snapshot, state, LookUps.of(HostNames.NONE, services));

    assertThat(remotes(list)).containsExactly(expected.split(" "));
  }

  @Test
  void an_order_that_a_view_lacks_is_by_name_or_rate_there() {
    for (SortBy by : SortBy.values()) {
      SortBy flows = by.in(View.FLOWS);
      SortBy processes = by.in(View.PROCESSES);
      assertThat(flows.in(View.FLOWS)).as("%s", by).isEqualTo(flows);
      assertThat(processes.in(View.PROCESSES)).as("%s", by).isEqualTo(processes);
      assertThat(flows == by || processes == by).as("%s is somewhere", by).isTrue();
      assertThat(flows.isByName()).as("%s", by).isEqualTo(by.isByName() && flows.isByName());
    }
  }

  @Test
  void a_click_on_the_bar_goes_round_the_orders_with_keys() {
    SortBy by = SortBy.TWO;
    List<SortBy> round = new ArrayList<>();
    do {
      by = by.next();
      round.add(by);
    } while (by != SortBy.TWO);

    assertThat(round)
        .containsExactly(
            SortBy.TEN, SortBy.FORTY, SortBy.TOTAL, SortBy.SOURCE, SortBy.DESTINATION, SortBy.TWO);
    assertThat(SortBy.DETAIL.next()).isEqualTo(SortBy.TWO);
  }

  @Test
  void named_hosts_come_before_addresses_which_follow_as_numbers() {
    Snapshot snapshot =
        traffic
            .tcp(ME, "192.0.2.10:1", 1, 0)
            .tcp(ME, "192.0.2.9:1", 1, 0)
            .tcp(ME, "192.0.2.1:1", 1, 0)
            .tcp(ME, "192.0.2.2:1", 1, 0)
            .tick();
    HostNames names =
        address ->
            switch (address.toString()) {
              case "192.0.2.1" -> Optional.of("zeta");
              case "192.0.2.2" -> Optional.of("Alpha");
              default -> Optional.empty();
            };
    sort(SortBy.DESTINATION);

    assertThat(remotes(FlowList.of(snapshot, state, LookUps.of(names, ServiceNames.NONE))))
        .containsExactly("192.0.2.2", "192.0.2.1", "192.0.2.9", "192.0.2.10");
  }
}
