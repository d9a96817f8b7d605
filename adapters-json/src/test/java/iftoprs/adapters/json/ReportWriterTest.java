package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.adapters.json.ReportWriter.Format;
import iftoprs.domain.flow.FlowMeter;
import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Report;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.SourceState;
import iftoprs.ports.Transport;
import iftoprs.ports.contract.ScriptedCapture.Step;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ReportWriterTest {

  private static String written(Report report, Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportWriter(out).write(report, format);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Report everything() {
    return Traffic.report("x.pcap", Traffic.everything());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_report_of_everything_equals_its_recording(Format format) throws IOException {
    Goldens.compare(
        "everything." + format.name().toLowerCase(Locale.ROOT), written(everything(), format));
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void an_empty_capture_is_reported(Format format) throws IOException {
    Goldens.compare(
        "empty." + format.name().toLowerCase(Locale.ROOT),
        written(Traffic.report("x.pcap", List.of()), format));
  }

  @Test
  void json_follows_the_schema_and_accounts_for_every_frame_and_byte() throws IOException {
    JsonNode report = Schemas.REPORT.read(written(everything(), Format.JSON));
    long packets = 0;
    long bytes = 0;
    for (JsonNode conversation : report.get("conversations")) {
      packets += conversation.get("tx_packets").asLong() + conversation.get("rx_packets").asLong();
      bytes += conversation.get("tx_bytes").asLong() + conversation.get("rx_bytes").asLong();
    }
    for (JsonNode bucket : report.get("unaccounted")) {
      packets += bucket.get("packets").asLong();
      bytes += bucket.get("bytes").asLong();
    }
    assertThat(packets).isEqualTo(report.at("/capture/frames").asLong()).isPositive();
    assertThat(bytes).isEqualTo(report.at("/capture/bytes").asLong()).isPositive();
    assertThat(Schemas.REPORT.read(written(Traffic.report("x", List.of()), Format.JSON)))
        .isNotNull();
  }

  @Test
  void json_of_many_conversations_is_written_in_parts_and_stays_whole() throws IOException {
    List<Integer> parts = new ArrayList<>();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            parts.add(length);
            super.write(bytes, offset, length);
          }
        };
    new ReportWriter(out).write(Traffic.report("x", many(5000)), Format.JSON);
    assertThat(parts).hasSizeGreaterThan(10).allMatch(length -> length < 80_000);
    JsonNode report = Schemas.REPORT.read(out.toString(StandardCharsets.UTF_8));
    assertThat(report.get("conversations")).hasSize(5000);
  }

  private static List<Step> many(int flows) {
    List<Step> script = new ArrayList<>();
    for (int i = 1; i <= flows; i++) {
      script.add(TestFrames.udp("10.0.0.1:" + i, "192.0.2.1:9", 60).atSeconds(Traffic.START));
    }
    return script;
  }

  @Test
  void an_early_end_is_noted() throws IOException {
    FlowMeter meter =
        new FlowMeter(MeterOptions.REPORT, CaptureDevice.named("x.pcap"), snapshot -> {});
    meter.onFrame(TestFrames.udp("10.0.0.1:5", "192.0.2.1:9", 100).atSeconds(1).toFrame());
    meter.finish(new SourceState.Ended("cut\u001b in frame 2"));
    assertThat(written(meter.report(), Format.TEXT))
        .contains("\nnote           cut\uFFFD in frame 2\n");
    assertThat(
            Schemas.REPORT
                .read(written(meter.report(), Format.JSON))
                .at("/capture/note")
                .asString())
        .isEqualTo("cut\u001b in frame 2");
  }

  @Test
  void text_holds_no_control_byte_whatever_the_file_is_called() throws IOException {
    String hostile = "a\u001b[31m\u0007\u202eb\u009bc\n.pcap";
    String text = written(Traffic.report(hostile, Traffic.everything()), Format.TEXT);
    assertThat(text).startsWith("capture        a\uFFFD[31m\uFFFD\uFFFDb\uFFFDc\uFFFD.pcap\n");
    assertThat(text.codePoints().filter(c -> c != '\n'))
        .allMatch(c -> c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0x202e);
  }

  @Test
  void text_columns_are_aligned() throws IOException {
    List<String> lines = written(everything(), Format.TEXT).lines().toList();
    int title = lines.indexOf(lines.stream().filter(l -> l.startsWith("protocol")).findAny().get());
    List<String> table = lines.subList(title, lines.indexOf("") + 1 + everything().size() + 1);
    assertThat(table).hasSize(everything().size() + 1);
    assertThat(table).extracting(String::length).containsOnly(table.getFirst().length());
  }

  @Test
  void no_csv_field_needs_quotes_or_can_be_a_formula() throws IOException {
    List<Step> script = new ArrayList<>(Traffic.everything());
    for (int protocol = 0; protocol < 256; protocol++) {
      script.add(
          TestFrames.packet(new Transport(protocol), "10.0.0.1", "192.0.2.1", 60)
              .atSeconds(Traffic.START + 5));
    }
    String csv = written(Traffic.report("x", script), Format.CSV);
    String[] lines = csv.split("\r\n", -1);
    assertThat(lines.length).isGreaterThan(250);
    for (int i = 0; i < lines.length - 1; i++) {
      assertThat(lines[i]).matches("[^\"\r\n]*");
      assertThat(lines[i].split(",", -1)).hasSize(14).noneMatch(f -> f.matches("[-=+@\t].*"));
    }
    assertThat(lines[lines.length - 1]).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_refused_write_is_told(Format format) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(() -> new ReportWriter(full).write(everything(), format))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }
}
