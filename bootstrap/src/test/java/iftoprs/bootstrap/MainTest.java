package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

class MainTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--jsn                  | unknown option --jsn; did you mean --json?",
        "--jsn=1                | unknown option --jsn; did you mean --json?",
        "--interfce eth0        | unknown option --interfce; did you mean --interface?",
        "--no-proc              | unknown option --no-proc; did you mean --no-processes?",
        "--zzz                  | unknown option --zzz; see iftoprs --help",
        "-x                     | unknown option -x; see iftoprs --help",
        "-I eth0                | unknown option -I; did you mean -i?",
        "eth0                   | unexpected argument eth0; see iftoprs --help",
        "--json=false           | --json false: takes no value",
        "-n=1 --json            | --no-dns 1: takes no value",
        "--user= --json         | --user needs a user",
        "--duration             | --duration needs a value, SECONDS; see iftoprs --help",
        "--duration 0           | --duration 0: needs a whole number, 1 or more",
        "--duration 1.5         | --duration 1.5: needs a whole number, 1 or more",
        "--count -3 --json      | --count -3: needs a whole number, 1 or more",
        "--max-flows 15         | --max-flows 15: needs a whole number from 16 to 100000000",
        "--max-flows 99999999999999999999 | --max-flows 99999999999999999999: needs a whole number"
            + " from 16 to 100000000",
        "-F 10.0.0.0/33         | --net-filter 10.0.0.0/33: needs a network such as 192.168.0.0/16"
            + " or 2001:db8::/32",
        "-F 10.0.0.1            | --net-filter 10.0.0.1: needs a network; for this one host write"
            + " 10.0.0.1/32",
        "-F home                | --net-filter home: needs a network such as 192.168.0.0/16 or"
            + " 2001:db8::/32",
        "-F ::/129              | --net-filter ::/129: needs a network such as 192.168.0.0/16 or"
            + " 2001:db8::/32",
        "-F 10.0.0.0/           | --net-filter 10.0.0.0/: needs a network such as 192.168.0.0/16 or"
            + " 2001:db8::/32",
        "--demo --pace NaN      | --pace NaN: needs real, max or a factor such as 10x or 0.5",
        "--demo --pace 0        | --pace 0: needs real, max or a factor such as 10x or 0.5",
        "--alert fast           | --alert fast: needs a rate such as 10Mbit, 1.25MB or 1250000"
            + " (bytes a second); 0 for none",
        "--alert-command \"x    | --alert-command \"x: needs a program and its arguments, with"
            + " every quote closed",
        "--report csv --alert 5 | --alert needs the screen or --json; a report has no rates",
        "--report xml           | --report xml: needs text, json or csv",
        "--report jsn           | --report jsn: needs text, json or csv; did you mean json?",
        "--refresh 3            | --refresh 3: needs 1, 2, 5 or 10",
        "--refresh 4294967297   | --refresh 4294967297: needs 1, 2, 5 or 10",
        "--top 0                | --top 0: needs a whole number, 1 or more",
        "--completions zhs      | --completions zhs: needs bash, elvish, fish, powershell or zsh;"
            + " did you mean zsh?",
        "--process-source pro   | --process-source pro: needs auto, proc or lsof; did you mean"
            + " proc?",
        "--demo --pace mxa      | --pace mxa: needs real, max or a factor such as 10x or 0.5; did"
            + " you mean max?",
        "--demo --theme NeonSpawl | --theme NeonSpawl: there is no such theme; did you mean"
            + " NeonSprawl?",
        "--demo --theme qqqqq   | --theme qqqqq: there is no such theme; see --list-colors",
        "--match x --json       | --match needs the screen; --filter limits what is captured or"
            + " read",
        "--theme x --report csv | --theme needs the screen",
        "--refresh 1 --report csv | --refresh needs the screen or --json; a report comes once",
        "--json --json          | --json is given more than once; see iftoprs --help",
        "--json --report text   | --json and --report exclude each other; give one of them"
      })
  void wrong_usage_is_one_line_and_exit_2(String arguments, String message) {
    Run run = Run.of(arguments.split(" "));
    assertThat(run.err()).isEqualTo("iftoprs: " + message + System.lineSeparator());
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.exit().status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void the_version_is_one_line_with_build_date_and_runtime() {
    Run run = Run.of("--version");
    assertThat(run.out())
        .matches("iftoprs \\d+\\.\\d+\\.\\d+ \\(\\d{4}-\\d\\d-\\d\\d\\), Java .+\n");
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--a\nb\u001b[31m", "a\nb\u001b[31m", "--theme=a\nb\u001b[31m"})
  void a_wrong_argument_is_quoted_in_one_line_and_cannot_move_the_cursor(String argument) {
    Run run = Run.of(argument);
    assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("a\uFFFDb\uFFFD[31m");
  }

  @Test
  void the_name_of_a_file_that_is_not_there_is_quoted_in_one_line_and_cannot_move_the_cursor() {
    Run run = Run.of("--report", "json", "-r", "/absent/a\nb\u001b[31m");
    assertThat(run.exit()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("/absent/a\uFFFDb\uFFFD[31m");
  }

  @Test
  void help_lists_every_option_and_fits_into_80_columns() {
    Run run = Run.of("--help");
    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    for (OptionSpec option : FlagTable.commandLine().getCommandSpec().options()) {
      for (String name : option.names()) {
        assertThat(run.out()).containsPattern("(?m)^ .*" + name + "\\b");
      }
    }
    assertThat(run.out().lines().filter(line -> line.matches("[A-Z].*[a-z]")))
        .contains("Where packets come from", "Information", "Examples");
    assertThat(Run.of("-h").out()).isEqualTo(run.out());
  }

  @Test
  void themes_are_listed_with_swatches_only_where_colours_are_wanted() {
    Run plain = Run.of("--list-colors");
    assertThat(plain.exit()).isEqualTo(ExitCode.OK);
    assertThat(plain.out().lines()).hasSize(33).allMatch(line -> line.matches("\\w+ .*\\w"));
    assertThat(plain.out()).contains("NeonSprawl   Neon Sprawl   27 48 135 141 63 99\n");
    assertThat(plain.out()).doesNotContain("\u001b");
    assertThat(Run.of(Map.of(), true, "--list-colors").out())
        .contains("\u001b[48;5;27m", "\u001b[48;2;0;87;184m");
    assertThat(Run.of(Map.of(), true, "--list-colors", "--no-color").out()).isEqualTo(plain.out());
    assertThat(Run.of(Map.of("NO_COLOR", "1"), true, "--list-colors").out()).isEqualTo(plain.out());
  }

  @Test
  void help_wins_over_everything_else() {
    assertThat(Run.of("--json", "--report", "csv", "--help").exit()).isEqualTo(ExitCode.OK);
  }

  @Test
  void help_is_coloured_only_where_colours_are_wanted() {
    assertThat(Run.of(Map.of(), true, "--help").out()).contains("\u001b[");
    List<Run> plain =
        List.of(
            Run.of("--help"),
            Run.of(Map.of(), true, "--help", "--no-color"),
            Run.of(Map.of("NO_COLOR", "1"), true, "--help"),
            Run.of(Map.of("TERM", "dumb"), true, "--help"));
    assertThat(plain).allMatch(run -> !run.out().contains("\u001b"));
  }
}
