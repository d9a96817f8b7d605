package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.json.ReportWriter;
import iftoprs.adapters.pcap.Pace;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.InterfaceAddress;
import iftoprs.ports.Preferences;
import iftoprs.ports.contract.TestFrames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

  private static Flags parsed(String... arguments) {
    return new Flags(FlagTable.parse(arguments));
  }

  @Test
  void without_options_the_default_device_is_shown_on_the_screen() {
    Flags flags = parsed();
    assertThat(flags.mode()).isEqualTo(Flags.Mode.SCREEN);
    assertThat(flags.isLive()).isTrue();
    long memory = Runtime.getRuntime().maxMemory();
    assertThat(flags.meterOptions()).isEqualTo(MeterOptions.TICKS.withMemory(memory));
    assertThat(flags.over(Settings.DEFAULT)).isEqualTo(Settings.DEFAULT);
    assertThat(flags.contradiction()).isEmpty();
    assertThat(flags.device).isEmpty();
    assertThat(flags.filter).isEmpty();
    assertThat(flags.config).isEmpty();
    assertThat(flags.pace).isEmpty();
    assertThat(flags.promiscuous).isFalse();
  }

  @Test
  void devices_are_chosen_and_filtered() {
    Flags flags = parsed("-i", "eth0", "-f", "port 443", "-p");
    assertThat(flags.device).contains("eth0");
    assertThat(flags.filter).contains("port 443");
    assertThat(flags.promiscuous).isTrue();
    assertThat(parsed("--interface=lo", "--filter=udp", "--promiscuous").device).contains("lo");
  }

  @Test
  void a_rate_that_alerts_wins_over_the_one_chosen_earlier() {
    Preferences chosen = new Preferences(Map.of("alert_threshold", new Preferences.Real(5e5)));
    assertThat(parsed().meterOptions(Preferences.EMPTY).alertThreshold()).isZero();
    assertThat(parsed().meterOptions(chosen).alertThreshold()).isEqualTo(500_000);
    assertThat(parsed("--alert", "10Mbit").meterOptions(chosen).alertThreshold())
        .isEqualTo(1_250_000);
    assertThat(parsed("--alert", "0").meterOptions(chosen).alertThreshold()).isZero();
  }

  @Test
  void a_rate_chosen_earlier_is_a_number_or_a_text() {
    assertThat(chosen(new Preferences.Whole(1000))).isEqualTo(1000);
    assertThat(chosen(new Preferences.Real(1000.4))).isEqualTo(1000);
    assertThat(chosen(new Preferences.Text("10Mbit"))).isEqualTo(1_250_000);
    assertThat(chosen(new Preferences.Whole(-1))).isZero();
    assertThat(chosen(new Preferences.Real(Double.NaN))).isZero();
    assertThat(chosen(new Preferences.Text("fast"))).isZero();
    assertThat(chosen(new Preferences.Flag(true))).isZero();
  }

  private static long chosen(Preferences.Value value) {
    Preferences preferences = new Preferences(Map.of("alert_threshold", value));
    return parsed().meterOptions(preferences).alertThreshold();
  }

  @Test
  void a_command_for_alerts_is_split_into_words() {
    assertThat(parsed("--alert-command", "notify 'a b'").alertCommand)
        .contains(List.of("notify", "a b"));
  }

  @Test
  void files_and_the_demo_are_not_live() {
    assertThat(parsed("-r", "x.pcap").file).contains("x.pcap");
    assertThat(parsed("-r", "x.pcap").isLive()).isFalse();
    assertThat(parsed("--read", "-").file).contains("-");
    assertThat(parsed("--demo").isLive()).isFalse();
  }

  @Test
  void a_pace_is_a_word_or_a_factor() {
    assertThat(parsed("--pace", "real").pace).contains(Pace.real());
    assertThat(parsed("--pace", "max").pace).contains(Pace.MAX);
    assertThat(parsed("--pace", "0.5").pace).contains(Pace.times(0.5));
  }

  @Test
  void output_is_chosen() {
    assertThat(parsed("--json").mode()).isEqualTo(Flags.Mode.STREAM);
    assertThat(parsed("--report", "csv").mode()).isEqualTo(Flags.Mode.REPORT);
    assertThat(parsed("--report", "csv").report).contains(ReportWriter.Format.CSV);
    assertThat(parsed("--report", "json").report).contains(ReportWriter.Format.JSON);
    assertThat(parsed("--report", "text").report).contains(ReportWriter.Format.TEXT);
    assertThat(parsed("-l").mode()).isEqualTo(Flags.Mode.DEVICES);
    assertThat(parsed("-h").help).isTrue();
    assertThat(parsed("-V").version).isTrue();
  }

  @Test
  void counting_is_bounded() {
    MeterOptions options =
        parsed("--json", "--duration", "7", "--count", "3", "--max-flows", "16").meterOptions();
    assertThat(options.durationSeconds()).isEqualTo(OptionalLong.of(7));
    assertThat(options.count()).isEqualTo(OptionalLong.of(3));
    assertThat(options.maxFlows()).isEqualTo(16);
    assertThat(options.rates()).isTrue();
    assertThat(parsed("--report", "csv").meterOptions().rates()).isFalse();
  }

  @Test
  void local_networks_add_up() {
    assertThat(
            parsed(
                    "-F",
                    "10.0.0.0/8",
                    "--net-filter=2001:db8::/32",
                    "-F192.0.2.1/32",
                    "-F",
                    "::1/128")
                .meterOptions()
                .localNets())
        .containsExactly(
            new InterfaceAddress(TestFrames.address("10.0.0.0"), 8),
            new InterfaceAddress(TestFrames.address("2001:db8::"), 32),
            new InterfaceAddress(TestFrames.address("192.0.2.1"), 32),
            new InterfaceAddress(TestFrames.address("::1"), 128));
  }

  @Test
  void the_command_line_wins_over_what_was_stored() {
    Settings settings = parsed("-n", "-Z", "-B").over(Settings.DEFAULT);
    assertThat(settings.is(Toggle.NAMES)).isFalse();
    assertThat(settings.is(Toggle.PROCESSES)).isFalse();
    assertThat(settings.is(Toggle.BYTES)).isTrue();
    assertThat(settings.with(Toggle.NAMES, true).with(Toggle.PROCESSES, true))
        .isEqualTo(Settings.DEFAULT.with(Toggle.BYTES, true));
  }

  @Test
  void short_options_combine_and_values_may_be_attached() {
    for (String line : List.of("-nBNPbZi eth0", "-nBNPbZieth0", "-n -B -N -P -b -Z -i=eth0")) {
      Flags flags = parsed(line.split(" "));
      assertThat(flags.device).as(line).contains("eth0");
      Settings settings = flags.over(Settings.DEFAULT);
      assertThat(settings.on())
          .as(line)
          .contains(Toggle.BYTES)
          .doesNotContain(
              Toggle.NAMES, Toggle.SERVICES, Toggle.PORTS, Toggle.BARS, Toggle.PROCESSES);
    }
    assertThat(parsed("--interface", "eth0").device).contains("eth0");
  }

  @Test
  void the_look_of_one_run_is_chosen() {
    Settings settings = parsed("--refresh", "5", "--theme", "acid rain").over(Settings.DEFAULT);
    assertThat(settings.refreshSeconds()).isEqualTo(5);
    assertThat(settings.theme()).isEqualTo("AcidRain");
    assertThat(parsed("--json", "--refresh", "10").meterOptions().refreshSeconds()).isEqualTo(10);
    assertThat(parsed("--top", "7").scope().top()).hasValue(7);
    assertThat(parsed("--match", "udp !ntp").match).contains("udp !ntp");
    assertThat(parsed("--no-color").noColours).isTrue();
    assertThat(parsed("--list-colors").mode()).isEqualTo(Flags.Mode.THEMES);
    assertThat(parsed("--demo", "--pace", "10x").pace).contains(Pace.times(10));
    assertThat(parsed("--demo", "--pace", "2×").pace).contains(Pace.times(2));
  }

  @Test
  void settings_are_kept_elsewhere() {
    assertThat(parsed("-c", "/tmp/x.conf").config).contains(Path.of("/tmp/x.conf"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--json --report csv        | --json and --report exclude each other",
        "-r x --demo                | --read and --demo exclude each other",
        "-r x -i eth0               | --interface works on devices only, not with --read",
        "--demo -i lo -f udp        | --interface works on devices only, not with --demo",
        "-r x -p                    | --promiscuous works on devices only, not with --read",
        "--pace real                | --pace needs --read or --demo",
        "--count 3                  | --count needs --json",
        "--count 3 --report text    | --count needs --json",
        "--resolve                  | --resolve needs --read or --demo",
        "--resolve -r x --report csv | --resolve needs the screen or --json",
        "--resolve -r x -n          | --resolve and --no-dns exclude each other",
        "--process-source proc -r x | --process-source works on devices only",
        "--process-source lsof -Z   | --process-source and --no-processes exclude each other"
      })
  void options_that_contradict_each_other_are_told(String arguments, String reason) {
    assertThat(parsed(arguments.split(" ")).contradiction())
        .hasValueSatisfying(message -> assertThat(message).startsWith(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--json --count 3",
        "-r x --json --pace 2",
        "--demo --duration 5 -n",
        "-r x -f udp",
        "-r x --resolve --json",
        "--process-source auto",
        "--demo -f udp"
      })
  void options_that_go_together_are_taken(String arguments) {
    assertThat(parsed(arguments.split(" ")).contradiction()).isEmpty();
  }
}
