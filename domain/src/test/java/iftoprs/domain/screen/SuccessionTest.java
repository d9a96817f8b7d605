package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.Transport;
import org.junit.jupiter.api.Test;

class SuccessionTest {

  private static final String FIRST = "192.168.1.20:1001";
  private static final String SECOND = "192.168.1.20:1002";
  private static final String THERE = "198.51.100.1:443";
  private static final GroupKey CURL = new GroupKey.Process(11, "curl");
  private static final GroupKey WGET = new GroupKey.Process(12, "wget");

  private final SampleTraffic traffic = new SampleTraffic();

  private SampleTraffic owned(String local, int pid, String program) {
    return traffic.owner(Transport.TCP, local, THERE, pid, program);
  }

  private SampleTraffic exchanged() {
    return traffic.tcp(FIRST, THERE, 2_000, 0).tcp(SECOND, THERE, 7_000, 0);
  }

  /** Two flows without an owner, whose row is selected. */
  private Pressed selected() {
    return new Pressed(exchanged().tick(), LookUps.NONE)
        .press(new Command.NextTab(1), new Command.MoveToFirst());
  }

  private static GroupKey selection(Pressed screen) {
    return screen.state().place().group(Grouping.PROCESS).orElseThrow();
  }

  @Test
  void a_selected_row_goes_where_most_of_its_rate_went() {
    Pressed screen = selected();
    assertThat(selection(screen)).isInstanceOf(GroupKey.Nobody.class);
    owned(FIRST, 11, "curl");
    owned(SECOND, 12, "wget");
    screen.show(exchanged().tick());
    assertThat(selection(screen)).isEqualTo(WGET);
  }

  @Test
  void a_row_that_keeps_a_flow_stays_selected() {
    Pressed screen = selected();
    GroupKey nobody = selection(screen);
    owned(SECOND, 12, "wget");
    screen.show(exchanged().tick());
    assertThat(selection(screen)).isEqualTo(nobody);
  }

  @Test
  void a_row_that_is_looked_into_is_followed_too() {
    Pressed screen = selected().press(new Command.Enter());
    owned(FIRST, 11, "curl");
    owned(SECOND, 11, "curl");
    screen.show(exchanged().tick());
    assertThat(screen.state().place().view()).isEqualTo(new View.FlowsOf(Grouping.PROCESS, CURL));
    assertThat(screen.list().size()).isEqualTo(2);
  }
}
