package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.Transport;
import org.junit.jupiter.api.Test;

class ErrandsTest {

  private static final String HERE = "192.168.1.20:1000";
  private static final String THERE = "203.0.113.1:443";

  /** Four seconds: bytes in the first, none in two, fewer in the last. */
  private static Snapshot traffic() {
    SampleTraffic traffic = new SampleTraffic();
    traffic.owner(Transport.TCP, HERE, THERE, 7, "c\u001b[2Jurl");
    traffic.tcp(HERE, THERE, 2000, 4000).tick();
    traffic.tick();
    traffic.tick();
    return traffic.tcp(HERE, THERE, 1000, 1000).tick();
  }

  private final Pressed screen = new Pressed(traffic(), LookUps.NONE);

  @Test
  void a_flow_is_copied_as_one_line_that_is_safe_to_paste() {
    screen.press(new Command.MoveToFirst(), new Command.Copy());

    assertThat(screen.effects)
        .contains(
            new Effect.Copy(
                "192.168.1.20:1000 <=> 203.0.113.1:443 TCP 7:c�[2Jurl"
                    + " total 8.00KB 2s 8.00kb/s 10s 16.00kb/s 40s 16.00kb/s"));
  }

  @Test
  void a_group_is_copied_with_the_number_of_its_flows() {
    screen.press(new Command.ShowTab(View.PROCESSES), new Command.Flip(Toggle.BYTES));
    screen.press(new Command.MoveToFirst(), new Command.Copy());

    assertThat(screen.effects)
        .contains(
            new Effect.Copy(
                "7:c�[2Jurl 1 flow total 8.00KB 2s 1.00KB/s 10s 2.00KB/s 40s 2.00KB/s"));
  }

  @Test
  void without_a_selected_row_nothing_is_copied_and_the_screen_says_what_to_do() {
    screen.press(new Command.Copy());

    assertThat(screen.effects).noneMatch(Effect.Copy.class::isInstance);
    assertThat(screen.news()).startsWith("Select a row first");
  }

  @Test
  void what_is_exported_is_what_the_screen_shows() {
    Snapshot shown = screen.list().snapshot();
    screen.press(new Command.Pause()).show(new SampleTraffic().tcp(HERE, THERE, 1, 1).tick());
    screen.press(new Command.Export(ExportForm.CSV));

    assertThat(screen.effects).contains(new Effect.Export(ExportForm.CSV, shown));
  }

  @Test
  void before_the_first_figures_there_is_nothing_to_export() {
    Pressed empty = new Pressed(new SampleTraffic().newest(), LookUps.NONE);
    empty.press(new Command.Export(ExportForm.JSON));

    assertThat(empty.effects).isEmpty();
    assertThat(empty.news()).isEqualTo("Nothing to export yet");
  }
}
