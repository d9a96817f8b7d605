package iftoprs.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Endpoint;
import iftoprs.ports.SourceState;
import iftoprs.ports.contract.TestFrames;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code scenarios/} is a test: timed frames and the figures that must come out. */
class ScenarioTest {

  static Stream<Path> scenarios() throws IOException, URISyntaxException {
    Path folder = Path.of(ScenarioTest.class.getResource("/scenarios").toURI());
    return Files.list(folder).sorted();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void gives_the_figures_of(Path file) throws IOException {
    Scenario scenario = Scenario.read(file);
    List<Snapshot> snapshots = scenario.run(scenario.options(), scenario.frames());
    assertThat(scenario.expectations).isNotEmpty();
    for (String expectation : scenario.expectations) {
      check(expectation, snapshots);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void accounts_for_every_byte_of(Path file) throws IOException {
    Scenario scenario = Scenario.read(file);
    for (Snapshot snapshot : scenario.run(scenario.options(), scenario.frames())) {
      Accounts.check(snapshot);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void gives_the_same_at_shared_ticks_whatever_the_refresh_of(Path file) throws IOException {
    Scenario scenario = Scenario.read(file);
    MeterOptions options = scenario.options();
    List<Snapshot> fine = scenario.run(options.withRefreshSeconds(1), scenario.frames());
    for (int refresh : new int[] {2, 5, 10}) {
      List<Snapshot> coarse = scenario.run(options.withRefreshSeconds(refresh), scenario.frames());
      if (options.count().isPresent()) {
        continue;
      }
      for (Snapshot tick : coarse) {
        Snapshot same = at(fine, tick.head().timeNanos());
        assertThat(Accounts.figures(tick)).isEqualTo(Accounts.figures(same));
      }
    }
  }

  private static Snapshot at(List<Snapshot> snapshots, long nanos) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.head().timeNanos() == nanos)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no tick at " + seconds(nanos) + " s"));
  }

  private static double seconds(long nanos) {
    return (nanos - Scenario.EPOCH_NANOS) / 1e9;
  }

  private static void check(String expectation, List<Snapshot> snapshots) {
    String[] words = expectation.split("\\s+");
    if (words[0].equals("ticks")) {
      List<Double> seen =
          snapshots.stream().map(snapshot -> seconds(snapshot.head().timeNanos())).toList();
      assertThat(seen)
          .containsExactlyElementsOf(Stream.of(words).skip(1).map(Double::valueOf).toList());
      return;
    }
    Snapshot snapshot =
        at(snapshots, Scenario.EPOCH_NANOS + Math.round(Double.parseDouble(words[1]) * 1e9));
    Map<String, String> figures;
    int from;
    if (words[2].equals("total")) {
      figures = Accounts.totals(snapshot);
      from = 3;
    } else {
      Endpoint local = TestFrames.endpoint(words[3]);
      Endpoint remote = TestFrames.endpoint(words[4]);
      figures =
          IntStream.range(0, snapshot.flowCount())
              .mapToObj(snapshot::flow)
              .filter(flow -> flow.local().equals(local) && flow.remote().equals(remote))
              .findFirst()
              .map(Accounts::flow)
              .orElseThrow(() -> new AssertionError("no such flow: " + expectation));
      from = 5;
    }
    for (int i = from; i < words.length; i++) {
      String[] pair = words[i].split("=");
      assertThat(figures.get(pair[0])).as("%s in: %s", pair[0], expectation).isEqualTo(pair[1]);
    }
  }

  static String state(SourceState state) {
    return switch (state) {
      case SourceState.Capturing capturing -> "capturing";
      case SourceState.Restarting restarting -> "restarting";
      case SourceState.Ended ended -> "ended";
    };
  }
}
