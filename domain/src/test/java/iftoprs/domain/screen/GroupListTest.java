package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Side;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.flow.Window;
import iftoprs.domain.owner.Attribution.Reason;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.Executable;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.Transport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupListTest {

  private static final String ME = "192.168.1.20:";
  private static final String THERE = "192.0.2.1:443";

  private final SampleTraffic traffic = new SampleTraffic();
  private ScreenState state =
      ScreenState.initial(Settings.DEFAULT, List.of(), 120, 35)
          .withPlace(Place.START.to(View.PROCESSES));

  private GroupList list(Snapshot snapshot) {
    return GroupList.of(snapshot, state, Grouping.PROCESS, LookUps.NONE);
  }

  private static List<String> labels(GroupList list) {
    return IntStream.range(0, list.size()).mapToObj(i -> list.row(i).key().label()).toList();
  }

  private GroupListTest flow(int port, int pid, String process, long sent, long received) {
    return flow(port, pid, process, "", sent, received);
  }

  private GroupListTest flow(
      int port, int pid, String process, String command, long sent, long received) {
    ProcessFacts facts =
        new ProcessFacts(command, "", Executable.UNKNOWN, ProcessFacts.ControlGroup.NONE);
    traffic.owner(Transport.TCP, ME + port, THERE, pid, process, facts);
    traffic.tcp(ME + port, THERE, sent, received);
    return this;
  }

  private void settings(Settings settings) {
    state = state.withSettings(settings);
  }

  @Test
  void programs_of_one_name_are_rows_of_their_own() {
    Snapshot snapshot =
        flow(1, 10, "python3", 500, 0).flow(2, 11, "python3", 900, 0).traffic.tick();

    assertThat(labels(list(snapshot))).containsExactly("11:python3", "10:python3");
  }

  @Test
  void a_row_is_the_sum_of_the_flows_of_its_process() {
    Snapshot snapshot =
        flow(1, 10, "curl", 4000, 200).flow(2, 10, "curl", 2000, 600).traffic.tick();

    GroupRow row = list(snapshot).row(0);

    assertThat(row.flows()).isEqualTo(2);
    assertThat(row.totals().bytes(Side.SENT)).isEqualTo(6000);
    assertThat(row.totals().bytes(Side.RECEIVED)).isEqualTo(800);
    assertThat(row.totals().rates(Side.SENT).over(Window.TWO)).isEqualTo(6000);
    assertThat(row.totals().rates(Side.BOTH).over(Window.TWO)).isEqualTo(6800);
  }

  @Test
  void flows_without_an_owner_come_last_whatever_they_carry_and_say_why() {
    traffic.icmp("192.168.1.20", "192.0.2.9", 5_000_000, 0);
    Snapshot snapshot = flow(1, 10, "curl", 100, 0).traffic.tick();

    GroupList list = list(snapshot);
    assertThat(labels(list)).containsExactly("10:curl", "no socket found");
    assertThat(list.named()).isEqualTo(1);

    settings(state.settings().with(Toggle.REVERSED, true));
    assertThat(labels(list(snapshot))).containsExactly("10:curl", "no socket found");
  }

  @Test
  void every_reason_has_words_of_its_own() {
    assertThat(List.of(Reason.values()))
        .extracting(reason -> new GroupKey.Nobody(reason).label())
        .containsExactly(
            "forwarded",
            "multicast",
            "no socket found",
            "no permission to see",
            "another host's",
            "the kernel",
            "over too soon",
            "offline capture",
            "look-up off");
  }

  @Test
  void equal_processes_follow_name_then_id_whatever_came_first() {
    Snapshot snapshot =
        flow(1, 30, "curl", 100, 0)
            .flow(2, 20, "wget", 100, 0)
            .flow(3, 40, "Ansible", 100, 0)
            .flow(4, 10, "curl", 100, 0)
            .traffic
            .tick();

    assertThat(labels(list(snapshot)))
        .containsExactly("40:Ansible", "10:curl", "30:curl", "20:wget");
  }

  @Test
  void the_keys_of_the_flows_order_processes_too() {
    Snapshot snapshot = flow(1, 10, "up", 900, 1).flow(2, 20, "down", 1, 800).traffic.tick();
    assertThat(labels(list(snapshot))).containsExactly("10:up", "20:down");

    settings(state.settings().withLineMode(LineMode.RECEIVED));
    assertThat(labels(list(snapshot))).containsExactly("20:down", "10:up");

    settings(Settings.DEFAULT.with(Toggle.REVERSED, true));
    assertThat(labels(list(snapshot))).containsExactly("20:down", "10:up");

    settings(Settings.DEFAULT.withSort(SortBy.SOURCE));
    assertThat(labels(list(snapshot))).containsExactly("20:down", "10:up");
  }

  @Test
  void processes_are_ordered_by_total_too() {
    flow(1, 10, "big", 900_000, 1).traffic.tick();
    flow(2, 20, "small", 10, 1).traffic.tick();
    Snapshot snapshot = flow(2, 20, "small", 10, 1).traffic.tick();
    assertThat(labels(list(snapshot))).containsExactly("20:small", "10:big");

    settings(Settings.DEFAULT.withSort(SortBy.TOTAL));
    assertThat(labels(list(snapshot))).containsExactly("10:big", "20:small");
  }

  @ParameterizedTest
  @CsvSource({
    "TWO, 20:wget 5:curl 30:apt",
    "FLOWS, 5:curl 30:apt 20:wget",
    "NUMBER, 30:apt 20:wget 5:curl",
    "PACKETS, 5:curl 30:apt 20:wget",
    "DETAIL, 30:apt 20:wget 5:curl",
    "PROCESS, 30:apt 5:curl 20:wget",
    "DESTINATION, 30:apt 5:curl 20:wget",
    "PROTOCOL, 20:wget 5:curl 30:apt",
    "SERVICE, 20:wget 5:curl 30:apt",
  })
  void every_column_orders_processes(SortBy by, String expected) {
    flow(1, 5, "curl", 300, 100).flow(2, 5, "curl", 300, 100);
    flow(3, 20, "wget", "/usr/bin/wget", 5000, 0);
    Snapshot snapshot = flow(4, 30, "apt", "/usr/bin/apt", 100, 100).traffic.tick();

    settings(Settings.DEFAULT.withSort(by));

    assertThat(labels(list(snapshot))).containsExactly(expected.split(" "));
    settings(Settings.DEFAULT.withSort(by).with(Toggle.REVERSED, true));
    assertThat(labels(list(snapshot)).reversed()).containsExactly(expected.split(" "));
  }

  @Test
  void a_filter_leaves_out_flows_before_they_are_summed() {
    Snapshot snapshot = new Office().after(3);
    state = state.withFilter(Filter.of("firefox !video"));

    GroupList list = GroupList.of(snapshot, state, Grouping.PROCESS, Office.lookUps());

    assertThat(labels(list)).containsExactly("4312:firefox");
    assertThat(list.row(0).flows()).isEqualTo(1);
    assertThat(list.flows()).isEqualTo(1);
    assertThat(list.totals().orElseThrow().bytes(Side.BOTH))
        .isEqualTo(list.row(0).totals().bytes(Side.BOTH));
  }

  @Test
  void rows_hold_all_flows_and_all_their_bytes() {
    Snapshot snapshot = new Office().after(7);

    GroupList list = list(snapshot);

    assertThat(list.flows()).isEqualTo(snapshot.flowCount());
    assertThat(IntStream.range(0, list.size()).mapToLong(i -> sum(list.row(i))).sum())
        .isEqualTo(snapshot.head().totals().bytes(Side.BOTH));
  }

  private static long sum(GroupRow row) {
    return row.totals().bytes(Side.BOTH);
  }

  @Test
  void a_frozen_order_holds_and_newcomers_join_at_the_end() {
    flow(1, 10, "a", 300, 0).flow(2, 20, "b", 200, 0);
    FrozenOrder frozen = list(traffic.tick()).freeze();
    state = state.withFrozen(Optional.of(frozen));
    flow(3, 30, "c", 900_000, 0);
    traffic.tcp(ME + 2, THERE, 500_000, 0);

    assertThat(labels(list(traffic.tick()))).containsExactly("10:a", "20:b", "30:c");
  }

  @Test
  void hostile_names_are_made_safe() {
    Snapshot snapshot = flow(1, 10, "\u001b[2Jevil", 1, 0).traffic.tick();

    assertThat(list(snapshot).row(0).key().label()).isEqualTo("10:\uFFFD[2Jevil");
  }
}
