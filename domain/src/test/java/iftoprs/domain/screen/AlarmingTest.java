package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.sample.Office;
import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.HostNames;
import iftoprs.ports.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmingTest {

  private final SampleTraffic traffic = new SampleTraffic(1000);

  /** Flows to 203.0.113.1 and on, each of which has reached the threshold. */
  private Snapshot alerts(int count) {
    for (int i = 1; i <= count; i++) {
      traffic.tcp("192.168.1.20:1000", "203.0.113." + i + ":443", 1000L * (2 + i), 0);
    }
    return traffic.tick();
  }

  private static List<Alert> recent(Snapshot snapshot) {
    return snapshot.head().alerts().recent();
  }

  @Test
  void the_border_is_lit_four_times_and_the_bell_rings_once() {
    Pressed screen = new Pressed(alerts(1), LookUps.NONE);
    screen.press(new Command.Ring("news", 1));
    List<Boolean> lit = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      lit.add(screen.state().alarm().isLit());
      screen.press(new Command.Blink());
    }

    assertThat(lit).containsExactly(true, false, true, false, true, false, true, false, false);
    assertThat(screen.effects).containsExactly(new Effect.Bell());
    assertThat(screen.news()).isEqualTo("news");
    assertThat(screen.state().alarm().heard()).isEqualTo(1);
  }

  @Test
  void the_list_scrolls_as_far_as_there_are_alerts() {
    Pressed screen = new Pressed(alerts(20), LookUps.NONE);
    screen.press(new Command.ScrollAlerts(1));
    assertThat(screen.state().overlay()).isEqualTo(Overlay.NONE);

    screen.press(new Command.Resize(80, 16), new Command.ShowAlerts(), new Command.ScrollAlerts(3));
    assertThat(screen.state().overlay()).isEqualTo(new Overlay.Alerts(3));
    screen.press(new Command.ScrollAlerts(99));
    assertThat(screen.state().overlay()).isEqualTo(new Overlay.Alerts(10));
    screen.press(new Command.ScrollAlerts(-99));
    assertThat(screen.state().overlay()).isEqualTo(new Overlay.Alerts(0));
    screen.press(new Command.ShowAlerts());
    assertThat(screen.state().overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void the_line_names_the_three_heaviest_and_counts_the_rest() {
    List<Alert> fresh = recent(alerts(5));

    assertThat(AlarmText.of(fresh, 7, Settings.DEFAULT, HostNames.NONE))
        .isEqualTo(
            "⚠ ALERT: 203.0.113.5 56.00kb/s, 203.0.113.4 48.00kb/s, 203.0.113.3 40.00kb/s"
                + " and 4 more");
  }

  @Test
  void the_line_is_safe_to_print_whatever_a_host_is_called() {
    HostNames hostile = address -> Optional.of("evil\u001b]0;x\u0007");

    assertThat(AlarmText.of(recent(alerts(1)), 1, Settings.DEFAULT, hostile))
        .isEqualTo("⚠ ALERT: evil�]0;x� 24.00kb/s");
    assertThat(
            AlarmText.of(
                recent(traffic.newest()),
                1,
                Settings.DEFAULT.with(Toggle.NAMES, false).with(Toggle.BYTES, true),
                hostile))
        .isEqualTo("⚠ ALERT: 203.0.113.1 3.00KB/s");
  }

  @Test
  void an_alert_is_told_with_names_services_and_owner() {
    traffic.owner(Transport.TCP, "192.168.1.20:1000", "203.0.113.1:443", 7, "curl");
    Pressed screen = new Pressed(alerts(1), Office.lookUps());

    AlertRow row = screen.list().row(recent(traffic.newest()).getFirst());

    assertThat(row.source().host()).isEqualTo("workstation.lan");
    assertThat(row.destination().port()).isEqualTo(":https");
    assertThat(row.protocol()).isEqualTo("TCP");
    assertThat(row.process()).isEqualTo("7:curl");
  }
}
