package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Toggle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinkPlotTest {

  private static final String LOCAL = "192.168.1.20:50000";
  private static final String REMOTE = "198.51.100.1:443";

  private static final Pattern LABEL = Pattern.compile("^│ +([0-9.]+.?b|[TR]X .) [│┤]");

  /** What stands at the left of the plot's axis, from the top. */
  private static List<String> labels(SampleTraffic traffic, int rows) {
    return labels(new Stage(traffic.newest(), 80, rows));
  }

  private static Stage linear(SampleTraffic traffic, int rows) {
    return new Stage(traffic.newest(), 80, rows).press(new Command.Flip(Toggle.LINEAR));
  }

  private static List<String> labels(Stage stage) {
    return stage
        .text()
        .lines()
        .map(LABEL::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void labels_are_round_numbers() {
    SampleTraffic traffic = new SampleTraffic();
    for (int second = 0; second < 3; second++) {
      traffic.tcp(LOCAL, REMOTE, 300_123, 912_345).tick();
    }

    assertThat(labels(linear(traffic, 35)))
        .containsExactly("2.5Mb", "TX ↑", "RX ↓", "2.5Mb", "5Mb", "7.5Mb");
  }

  @Test
  void labels_of_a_logarithmic_scale_are_decades() {
    SampleTraffic traffic = new SampleTraffic();
    for (int second = 0; second < 3; second++) {
      traffic.tcp(LOCAL, REMOTE, 30_123, 9_012_345).tick();
    }

    assertThat(labels(traffic, 35)).containsExactly("TX ↑", "RX ↓", "1Mb", "10Mb");
  }

  @Test
  void a_side_with_little_is_seen_on_a_logarithmic_scale() {
    SampleTraffic traffic = new SampleTraffic();
    for (int second = 0; second < 3; second++) {
      traffic.tcp(LOCAL, REMOTE, 60_000, 2_000_000).tick();
    }

    assertThat(blocks(linear(traffic, 35))).isLessThanOrEqualTo(3);
    assertThat(blocks(new Stage(traffic.newest(), 80, 35))).isGreaterThan(9);
  }

  /** Cells of what was sent. */
  private static long blocks(Stage stage) {
    return stage
        .text()
        .lines()
        .dropWhile(line -> !line.contains("link, last"))
        .takeWhile(line -> !line.contains("RX ↓"))
        .flatMapToInt(String::chars)
        .filter(it -> it >= '▁' && it <= '█')
        .count();
  }

  @Test
  void five_minutes_are_shown_at_80_columns() {
    SampleTraffic traffic = new SampleTraffic();
    for (int second = 0; second < 400; second++) {
      traffic.tcp(LOCAL, REMOTE, 1000, 1000).tick();
    }

    assertThat(new Stage(traffic.newest(), 80, 35).text())
        .contains("link, last 05:00, peaks of 5 s", "╷-1m", "╷-2m");
  }

  @Test
  void a_side_with_next_to_nothing_keeps_its_name_and_a_label() {
    SampleTraffic traffic = new SampleTraffic();
    traffic.tcp(LOCAL, REMOTE, 60, 2_000_000).tick();

    assertThat(labels(linear(traffic, 24))).contains("TX ↑", "RX ↓");
    assertThat(labels(linear(traffic, 24)).getFirst()).endsWith("Mb");
  }

  @Test
  void an_idle_link_is_not_blown_up_to_single_bits() {
    SampleTraffic traffic = new SampleTraffic();
    traffic.tick();
    traffic.tick();

    assertThat(labels(traffic, 24))
        .contains("TX ↑", "RX ↓")
        .noneMatch(it -> it.matches("\\d{1,2}b"));
  }
}
