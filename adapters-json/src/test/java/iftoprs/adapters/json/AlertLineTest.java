package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Alert;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlertLineTest {

  private static final MeterOptions WITH_ALERTS = MeterOptions.TICKS.withAlertThreshold(1000);

  /** A flow that is over 1000 bytes in the seconds 0, 1 and 3. */
  private static List<Step> bursts() {
    List<Step> script = new ArrayList<>();
    int[] sizes = {1514, 1514, 100, 1200, 100};
    for (int second = 0; second < sizes.length; second++) {
      script.add(
          TestFrames.tcp("192.168.1.20:51544", "203.0.113.10:443", sizes[second])
              .atSeconds(Traffic.START + second + 0.5));
    }
    return script;
  }

  private static List<Snapshot> snapshots() {
    return Traffic.snapshots(bursts(), WITH_ALERTS);
  }

  private static List<JsonNode> written(List<Snapshot> snapshots) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotStream stream =
        new SnapshotStream(out, HostNames.NONE, ServiceNames.NONE, PackageOwner.NONE);
    for (Snapshot snapshot : snapshots) {
      stream.write(snapshot);
    }
    return out.toString(StandardCharsets.US_ASCII).lines().map(Schemas.SNAPSHOT::read).toList();
  }

  @Test
  void each_alert_is_on_one_line_of_the_stream() throws IOException {
    List<JsonNode> lines = written(snapshots());

    assertThat(lines).extracting(line -> line.get("alerts").size()).containsExactly(1, 0, 0, 1, 0);
    assertThat(lines)
        .extracting(line -> line.get("alerts_active").asInt())
        .containsExactly(1, 1, 0, 1, 0);
    assertThat(lines.getLast().get("alerts_raised").asInt()).isEqualTo(2);
    assertThat(lines.getLast().get("alert_threshold").asInt()).isEqualTo(1000);
    JsonNode alert = lines.get(3).at("/alerts/0");
    assertThat(alert.get("number").asInt()).isEqualTo(2);
    assertThat(alert.get("time").asDouble()).isEqualTo(1_700_000_004.5);
    assertThat(alert.get("source").asString()).isEqualTo("192.168.1.20");
    assertThat(alert.get("rate").asInt()).isEqualTo(1200);
    assertThat(alert.get("tx_rate").asInt()).isEqualTo(1200);
    assertThat(alert.get("rx_rate").asInt()).isZero();
  }

  @Test
  void a_line_that_was_left_out_loses_no_alert() throws IOException {
    List<Snapshot> all = snapshots();

    List<JsonNode> lines = written(List.of(all.get(1), all.get(4)));
    assertThat(lines).extracting(line -> line.get("alerts").size()).containsExactly(1, 1);
  }

  @Test
  void nothing_is_said_of_alerts_that_nobody_asked_for() throws IOException {
    JsonNode line = written(Traffic.snapshots(bursts(), MeterOptions.TICKS)).getFirst();
    assertThat(line.has("alerts") || line.has("alert_threshold")).isFalse();
  }

  @Test
  void an_alert_by_itself_is_one_line_of_ascii_after_its_schema() {
    HostNames hosts = address -> Optional.of("evil\u001b[31m \u00f1");
    AlertLine line = new AlertLine(hosts, ServiceNames.NONE);
    List<Alert> alerts = snapshots().getLast().head().alerts().recent();
    assertThat(alerts).hasSize(2);
    for (Alert alert : alerts) {
      String text = new String(line.of(alert), StandardCharsets.US_ASCII);
      assertThat(text).endsWith("}\n").hasLineCount(1);
      assertThat(text.chars()).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
      JsonNode read = Schemas.ALERT.read(text);
      assertThat(read.get("number").asLong()).isEqualTo(alert.number());
      assertThat(read.get("source_host").asString()).isEqualTo("evil\u001b[31m \u00f1");
    }
  }
}
