package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.DeviceSurvey.Device;
import iftoprs.ports.DeviceSurvey.Reading;
import iftoprs.ports.DeviceSurvey.Traffic;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DevicesTest {

  private static final long SECOND = 1_000_000_000L;

  private final Pressed screen =
      new Pressed(
          new SampleTraffic().tcp("192.168.1.20:1", "203.0.113.1:443", 1, 1).tick(), LookUps.NONE);

  private static Device device(String name, long sent, long received) {
    return new Device(
        new CaptureDevice(name, "", List.of(), Optional.empty(), true, false, true),
        Optional.empty(),
        Optional.of(new Traffic(sent, received)));
  }

  private Pressed see(long nanos, Device... devices) {
    return screen.press(new Command.Surveyed(new Reading(nanos, List.of(devices)), true));
  }

  private DeviceChoice choice() {
    return ((Overlay.DeviceChooser) screen.state().overlay()).choice();
  }

  @Test
  void the_list_opens_at_the_captured_device_once_the_devices_are_known() {
    screen.press(new Command.OpenDevices());
    assertThat(screen.effects).containsExactly(new Effect.SurveyDevices(true));

    see(0, device("lo", 0, 0), device("eth0", 0, 0));

    assertThat(choice().cursor()).isEqualTo(1);
    assertThat(choice().rates()).isEmpty();
  }

  @Test
  void two_looks_tell_the_rates_between_them() {
    see(0, device("lo", 100, 0), device("eth0", 1000, 5000));
    see(2 * SECOND, device("lo", 50, 0), device("eth0", 5000, 25_000), device("wlan0", 9, 9));

    assertThat(choice().rates())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("eth0", new Traffic(2000, 10_000), "lo", new Traffic(0, 0)));
  }

  @Test
  void looks_that_follow_too_closely_change_nothing() {
    see(0, device("eth0", 0, 0));
    DeviceChoice before = choice();
    see(SECOND / 20, device("eth0", 9999, 9999));

    assertThat(choice()).isSameAs(before);
  }

  @Test
  void the_cursor_goes_round_and_follows_its_device() {
    see(0, device("lo", 0, 0), device("eth0", 0, 0));
    screen.press(new Command.MoveDevice(1));
    assertThat(choice().chosen()).isEqualTo("lo");
    see(SECOND, device("eth0", 0, 0), device("lo", 0, 0));
    assertThat(choice().cursor()).isEqualTo(1);
    see(2 * SECOND, device("eth0", 0, 0));
    assertThat(choice().chosen()).isEqualTo("eth0");
  }

  @Test
  void another_device_is_captured_on_and_the_captured_one_is_left_alone() {
    see(0, device("lo", 0, 0), device("eth0", 0, 0)).press(new Command.Accept());
    assertThat(screen.news()).isEqualTo("Already capturing on eth0");
    assertThat(screen.effects).noneMatch(Effect.SwitchDevice.class::isInstance);

    see(0, device("lo", 0, 0), device("eth0", 0, 0));
    screen.press(new Command.MoveDevice(1), new Command.Accept());

    assertThat(screen.news()).isEqualTo("Opening lo …");
    assertThat(screen.effects).contains(new Effect.SwitchDevice("lo"));
  }

  @Test
  void a_device_that_was_opened_is_remembered_and_ends_a_pause() {
    screen.press(new Command.Pause(), new Command.DeviceOpened("wlan0"));

    assertThat(screen.state().paused()).isEmpty();
    assertThat(screen.effects)
        .contains(new Effect.SaveSettings(new Preferences(Map.of("interface", new Text("wlan0")))));
  }

  @Test
  void whoever_has_gone_on_is_not_disturbed_by_a_late_answer() {
    screen.press(new Command.OpenDevices(), new Command.Help());
    see(0, device("eth0", 0, 0));

    assertThat(screen.state().overlay()).isInstanceOf(Overlay.Help.class);
  }

  @Test
  void a_system_without_devices_says_so() {
    see(0);

    assertThat(screen.state().overlay()).isEqualTo(Overlay.NONE);
    assertThat(screen.news()).isEqualTo("The system lists no devices");
  }
}
