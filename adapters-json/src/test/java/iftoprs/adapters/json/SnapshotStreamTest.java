package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.ScanCost;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.Executable;
import iftoprs.ports.HostNames;
import iftoprs.ports.OpenSocket;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ProcessFacts;
import iftoprs.ports.ProcessFacts.Container;
import iftoprs.ports.ProcessFacts.ControlGroup;
import iftoprs.ports.Publisher;
import iftoprs.ports.ServiceNames;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SnapshotStreamTest {

  private static final ServiceNames SERVICES =
      (transport, port) -> port == 443 ? Optional.of("https") : Optional.empty();

  private static final HostNames HOSTS =
      address ->
          address.equals(TestFrames.address("203.0.113.10"))
              ? Optional.of("www.example.com")
              : Optional.empty();

  private static String written(List<Snapshot> snapshots, HostNames hosts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SnapshotStream stream = new SnapshotStream(out, hosts, SERVICES, PackageOwner.NONE);
    try {
      for (Snapshot snapshot : snapshots) {
        stream.write(snapshot);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<JsonNode> lines(List<? extends Step> script, MeterOptions options) {
    return written(Traffic.snapshots(script, options), HOSTS)
        .lines()
        .map(Schemas.SNAPSHOT::read)
        .toList();
  }

  @Test
  void a_stream_of_everything_equals_its_recording() throws IOException {
    Goldens.compare(
        "everything.ndjson",
        written(Traffic.snapshots(Traffic.everything(), MeterOptions.TICKS), HOSTS));
  }

  @Test
  void every_line_follows_the_schema() {
    assertThat(lines(Traffic.everything(), MeterOptions.TICKS)).hasSizeGreaterThan(4);
    assertThat(lines(Traffic.crowd(), MeterOptions.TICKS.withMaxFlows(16))).hasSize(10);
    assertThat(lines(List.of(), MeterOptions.TICKS)).hasSize(1);
  }

  @Test
  void the_strict_schema_refuses_an_unknown_field() {
    String line = written(Traffic.snapshots(List.of(), MeterOptions.TICKS), HOSTS);
    assertThat(Schemas.SNAPSHOT.accepts(line)).isTrue();
    assertThat(Schemas.SNAPSHOT.accepts(line.replace("\"seq\"", "\"sequence\""))).isFalse();
    assertThat(Schemas.SNAPSHOT.accepts(line.replace("\"idle\"", "\"more\":1,\"idle\""))).isFalse();
  }

  @Test
  void two_runs_give_the_same_bytes() {
    String first = written(Traffic.snapshots(Traffic.everything(), MeterOptions.TICKS), HOSTS);
    String second = written(Traffic.snapshots(Traffic.everything(), MeterOptions.TICKS), HOSTS);
    assertThat(second).isEqualTo(first).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 20, 1000})
  void each_line_accounts_for_every_frame_and_byte(int maxFlows) {
    List<Step> script = new ArrayList<>(Traffic.crowd());
    script.add(TestFrames.udp("10.0.0.1:7", "192.0.2.1:9", 70).atSeconds(Traffic.START + 49));
    script.add(TestFrames.of(TestFrames.ETHERNET, new byte[20]).atSeconds(Traffic.START + 50));
    for (JsonNode line : lines(script, MeterOptions.TICKS.withMaxFlows(maxFlows))) {
      long packets = line.at("/idle/packets").asLong();
      long bytes = line.at("/idle/bytes").asLong();
      for (JsonNode flow : line.get("flows")) {
        packets += flow.get("tx_packets").asLong() + flow.get("rx_packets").asLong();
        bytes += flow.get("tx_bytes").asLong() + flow.get("rx_bytes").asLong();
      }
      long notInTotals = 0;
      for (JsonNode bucket : line.get("unaccounted")) {
        packets += bucket.get("packets").asLong();
        bytes += bucket.get("bytes").asLong();
        notInTotals += bucket.has("tx_bytes") ? 0 : bucket.get("bytes").asLong();
      }
      assertThat(packets).isEqualTo(line.get("frames").asLong());
      assertThat(bytes).isEqualTo(line.get("bytes").asLong());
      assertThat(line.get("tx_bytes").asLong() + line.get("rx_bytes").asLong() + notInTotals)
          .isEqualTo(line.get("bytes").asLong());
    }
  }

  @Test
  void active_flows_without_rates_are_summed_as_unrated() {
    List<Step> script = new ArrayList<>();
    for (int flow = 0; flow < (1 << 17) + 2; flow++) {
      String local = "10." + (flow >>> 16) + "." + (flow >>> 8 & 255) + "." + (flow & 255);
      script.add(TestFrames.udp(local + ":9", "192.0.2.1:9", 70).atSeconds(Traffic.START));
    }
    String line = written(Traffic.snapshots(script, MeterOptions.TICKS), HOSTS);
    String withoutFlows =
        line.substring(0, line.indexOf("\"flows\":[") + 9)
            + line.substring(line.indexOf("],\"idle\""));
    assertThat(withoutFlows).hasSizeLessThan(2_000);
    JsonNode unrated = Schemas.SNAPSHOT.read(withoutFlows).get("unrated");
    assertThat(unrated.get("flows").asLong()).isEqualTo(2);
    assertThat(unrated.get("packets").asLong()).isEqualTo(2);
    assertThat(unrated.get("bytes").asLong()).isEqualTo(140);
  }

  @Test
  void the_overflow_says_what_was_sent_and_received() {
    List<JsonNode> lines = lines(Traffic.crowd(), MeterOptions.TICKS.withMaxFlows(16));
    JsonNode overflow = lines.getLast().at("/unaccounted/0");
    assertThat(overflow.get("reason").asString()).isEqualTo("overflow");
    assertThat(overflow.get("tx_bytes").asLong()).isPositive();
    assertThat(overflow.get("tx_bytes").asLong() + overflow.get("rx_bytes").asLong())
        .isEqualTo(overflow.get("bytes").asLong());
    assertThat(lines.getLast().get("flows")).anyMatch(flow -> flow.has("partial"));
  }

  @Test
  void flows_come_by_rate_and_ties_by_key() {
    List<Step> script =
        List.of(
            TestFrames.udp("10.0.0.2:5", "192.0.2.1:9", 100).atSeconds(Traffic.START),
            TestFrames.udp("10.0.0.1:5", "192.0.2.1:9", 100).atSeconds(Traffic.START),
            TestFrames.tcp("10.0.0.9:5", "192.0.2.1:9", 100).atSeconds(Traffic.START),
            TestFrames.udp("10.0.0.3:5", "192.0.2.1:9", 101).atSeconds(Traffic.START));
    assertThat(lines(script, MeterOptions.TICKS).getFirst().get("flows"))
        .extracting(flow -> flow.get("source").asString())
        .containsExactly("10.0.0.3", "10.0.0.9", "10.0.0.1", "10.0.0.2");
  }

  @Test
  void times_have_six_truncated_decimals() {
    List<Step> script =
        List.of(
            TestFrames.udp("10.0.0.1:5", "192.0.2.1:9", 100)
                .at(Traffic.START * 1_000_000_000L + 1999));
    String line = written(Traffic.snapshots(script, MeterOptions.TICKS), HOSTS);
    assertThat(line)
        .contains("\"time\":1700000001.000001,\"elapsed\":1.000000,")
        .contains("\"first_seen\":1700000000.000001,\"last_seen\":1700000000.000001");
    assertThat(written(Traffic.snapshots(List.of(), MeterOptions.TICKS), HOSTS))
        .contains("\"time\":0.000000,\"elapsed\":0.000000,");
  }

  @Test
  void a_restart_and_an_early_end_are_told() {
    List<JsonNode> lines = lines(Traffic.everything(), MeterOptions.TICKS);
    JsonNode restarting =
        lines.stream()
            .filter(line -> line.get("state").asString().equals("restarting"))
            .findFirst()
            .orElseThrow();
    assertThat(restarting.get("error").asString()).isEqualTo("eth0 went down");
    assertThat(restarting.get("retry_in").asDouble()).isBetween(0.5, 2.5);
    assertThat(restarting.at("/loss/kernel").asLong()).isEqualTo(3);
    assertThat(restarting.at("/loss/interface").asLong()).isEqualTo(1);

    JsonNode cut =
        Schemas.SNAPSHOT.read(
            written(List.of(ended(new SourceState.Ended("cut after frame 1"))), HOSTS));
    assertThat(cut.get("state").asString()).isEqualTo("ended");
    assertThat(cut.get("note").asString()).isEqualTo("cut after frame 1");
  }

  private static Snapshot ended(SourceState state) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("x.pcap"), snapshots::add);
    meter.onFrame(TestFrames.udp("10.0.0.1:5", "192.0.2.1:9", 100).atSeconds(1).toFrame());
    meter.finish(state);
    return snapshots.getLast();
  }

  @Test
  void an_owner_has_process_id_and_name() {
    String process = "fire\u001b[31m\"fox\" \ud83e\udd8a \udfff";
    String line = written(List.of(Traffic.owned(process)), HOSTS);
    assertThat(line.chars()).allMatch(b -> b >= ' ' && b <= '~' || b == 10);
    JsonNode flows = Schemas.SNAPSHOT.read(line).get("flows");
    assertThat(flows.at("/0/pid").asInt()).isEqualTo(4312);
    assertThat(flows.at("/0/process").asString()).isEqualTo(process);
    assertThat(flows.at("/0/attribution").asString()).isEqualTo("exact");
    assertThat(flows.at("/1/attribution").asString()).isEqualTo("no-socket");
    assertThat(flows.get(1).has("pid")).isFalse();
  }

  @Test
  void what_is_known_of_the_owner_is_told_and_what_is_not_is_left_out() throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("eth0"), snapshots::add);
    ProcessFacts facts =
        new ProcessFacts(
            "nginx -g daemon off;",
            "www-data",
            new Executable("/usr/sbin/nginx", Executable.Place.HERE, "1:2:3"),
            new ControlGroup(
                Optional.of(new Container("docker", "0123abcd")), Optional.of("nginx.service")));
    meter.sockets(
        SocketIndex.of(
            List.of(
                new OpenSocket(
                    Transport.TCP,
                    TestFrames.endpoint("10.0.0.1:80"),
                    Optional.empty(),
                    7,
                    "nginx",
                    facts,
                    OpenSocket.HERE))));
    meter.onFrame(TestFrames.tcp("10.0.0.1:80", "192.0.2.1:4430", 99).atSeconds(1).toFrame());
    meter.finish(SourceState.ENDED);

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PackageOwner packages = file -> Optional.of(new Publisher(Publisher.Basis.DPKG, "nginx-core"));
    new SnapshotStream(out, HOSTS, SERVICES, packages).write(snapshots.getLast());
    new SnapshotStream(out, HOSTS, SERVICES, PackageOwner.NONE).write(snapshots.getLast());
    List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
    JsonNode flow = Schemas.SNAPSHOT.read(lines.getFirst()).at("/flows/0");
    assertThat(flow.at("/command_line").asString()).isEqualTo("nginx -g daemon off;");
    assertThat(flow.at("/user").asString()).isEqualTo("www-data");
    assertThat(flow.at("/executable").asString()).isEqualTo("/usr/sbin/nginx");
    assertThat(flow.at("/container").asString()).isEqualTo("0123abcd");
    assertThat(flow.at("/container_runtime").asString()).isEqualTo("docker");
    assertThat(flow.at("/unit").asString()).isEqualTo("nginx.service");
    assertThat(flow.at("/package").asString()).isEqualTo("nginx-core");
    assertThat(flow.at("/package_basis").asString()).isEqualTo("dpkg");
    JsonNode pending = Schemas.SNAPSHOT.read(lines.getLast()).at("/flows/0");
    assertThat(pending.has("package")).isFalse();
    assertThat(pending.has("package_basis")).isFalse();
  }

  @Test
  void every_basis_of_a_package_is_in_the_schema() throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/iftoprs-snapshot-1.json"));
    for (Publisher.Basis basis : Publisher.Basis.values()) {
      if (basis != Publisher.Basis.UNSEEN) {
        assertThat(schema).contains('"' + basis.name().toLowerCase(Locale.ROOT) + '"');
      }
    }
  }

  @Test
  void several_holders_of_a_socket_are_all_listed() throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("eth0"), snapshots::add);
    List<OpenSocket> sockets = new ArrayList<>();
    for (int pid = 50; pid <= 52; pid++) {
      sockets.add(
          new OpenSocket(
              Transport.TCP, TestFrames.endpoint("10.0.0.1:80"), Optional.empty(), pid, "web"));
    }
    meter.sockets(SocketIndex.of(sockets));
    meter.onFrame(TestFrames.tcp("10.0.0.1:80", "192.0.2.1:4430", 99).atSeconds(1).toFrame());
    meter.finish(SourceState.ENDED);

    JsonNode flow = Schemas.SNAPSHOT.read(written(snapshots, HOSTS)).at("/flows/0");
    assertThat(flow.at("/pid").asInt()).isEqualTo(50);
    assertThat(flow.at("/other_owners").size()).isEqualTo(2);
    assertThat(flow.at("/other_owners/1/pid").asInt()).isEqualTo(52);
    assertThat(flow.at("/attribution").asString()).isEqualTo("local");
  }

  private static JsonNode scans(Optional<ScanCost> cost) {
    List<Snapshot> snapshots = new ArrayList<>();
    FlowMeter meter =
        new FlowMeter(MeterOptions.TICKS, CaptureDevice.named("eth0"), snapshots::add);
    meter.scanCost(cost);
    meter.finish(SourceState.ENDED);
    return Schemas.SNAPSHOT.read(written(snapshots, HOSTS)).at("/owner_scans");
  }

  @Test
  void what_looking_for_owners_costs_is_told_while_somebody_looks() {
    long span = 10_500_000_000L;
    JsonNode cpu = scans(Optional.of(new ScanCost(71, 4_230_999, 21, 63_000_000, span, true)));
    assertThat(cpu.toString())
        .isEqualTo("{\"count\":71,\"per_second\":2.0,\"last\":0.00423,\"cpu\":0.006}");
    JsonNode busy = scans(Optional.of(new ScanCost(1, 46_000_000, 1, 46_000_000, span, false)));
    assertThat(busy.has("cpu")).isFalse();
    assertThat(busy.get("busy").asDouble()).isEqualTo(0.00438);
    assertThat(scans(Optional.empty()).isMissingNode()).isTrue();
  }

  @Test
  void every_word_of_an_attribution_is_in_the_schema() throws IOException {
    String schema = Files.readString(Path.of("../docs/schema/iftoprs-snapshot-1.json"));
    for (Attribution.Reason reason : Attribution.Reason.values()) {
      assertThat(schema).contains('"' + new Attribution.Unowned(reason).word() + '"');
    }
    for (Attribution.Quality quality : Attribution.Quality.values()) {
      assertThat(schema).contains('"' + new Attribution.Owned(1, "p", quality).word() + '"');
    }
  }

  @Test
  void a_line_is_one_write_or_large_parts_and_one_flush() throws IOException {
    List<String> calls = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            calls.add("byte");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            boolean ends = bytes[offset + length - 1] == '\n';
            calls.add(ends ? "end" : length >= 1 << 16 ? "large part" : "part");
          }

          @Override
          public void flush() {
            calls.add("flush");
          }
        };
    SnapshotStream stream = new SnapshotStream(out, HOSTS, SERVICES, PackageOwner.NONE);
    Snapshot few = Traffic.snapshots(many(10), MeterOptions.TICKS).getFirst();
    stream.write(few);
    stream.write(few);
    assertThat(calls).containsExactly("end", "flush", "end", "flush");

    calls.clear();
    Snapshot some = Traffic.snapshots(many(200), MeterOptions.TICKS).getFirst();
    stream.write(some);
    assertThat(calls).containsExactly("part", "large part", "end", "flush");
  }

  private static List<Step> many(int flows) {
    List<Step> script = new ArrayList<>();
    for (int i = 0; i < flows; i++) {
      script.add(TestFrames.udp("10.0.0.1:" + i, "192.0.2.1:9", 60).atSeconds(Traffic.START));
    }
    return script;
  }

  @Test
  void a_refused_write_is_told() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    SnapshotStream stream = new SnapshotStream(closed, HOSTS, SERVICES, PackageOwner.NONE);
    Snapshot snapshot = Traffic.snapshots(List.of(), MeterOptions.TICKS).getFirst();
    assertThatThrownBy(() -> stream.write(snapshot))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }
}
