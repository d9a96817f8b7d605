package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A command line means the same, whether all options are known or only those that it names. */
class FlagTableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-r FILE --report json",
        "--read=FILE --report=csv --top 5",
        "-i eth0 -F 10.0.0.0/8 -F 192.168.0.0/16 --json",
        "-nZ -P",
        "-ilo",
        "-F192.0.2.1/32",
        "-r -",
        "--match -x",
        "--match=-x",
        "--match -Z",
        "--pace 2x --demo",
        "--help --json",
        "-V",
        "-r",
        "--report",
        "--report xml",
        "--report jsno",
        "--reprot json",
        "--json=false",
        "--json --json",
        "--top 0",
        "FILE",
        "-r FILE other",
        "-",
        "--",
        "-- --json",
        "--json --",
        "-z",
        "-h --nothing",
        "@/nowhere",
        "-r @/nowhere --json"
      })
  void means_the_same(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    assertThat(outcome(() -> FlagTable.parse(arguments)))
        .isEqualTo(outcome(() -> FlagTable.commandLine().parseArgs(arguments)));
  }

  @Test
  void knows_only_what_is_named_where_that_is_enough() {
    ParseResult parsed = FlagTable.parse("-r", "FILE", "--report", "json");
    assertThat(parsed.commandSpec().options()).hasSize(2);
    assertThat(FlagTable.parse("-nZ").commandSpec().options()).hasSizeGreaterThan(30);
  }

  private static String outcome(Supplier<ParseResult> parse) {
    try {
      Map<String, String> values = new TreeMap<>();
      ParseResult parsed = parse.get();
      for (OptionSpec option : parsed.matchedOptions()) {
        values.put(option.longestName(), "" + option.<Object>getValue());
      }
      return values + " " + parsed.isUsageHelpRequested() + parsed.isVersionHelpRequested();
    } catch (ParameterException error) {
      return UsageError.describe(error);
    }
  }
}
