package iftoprs.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import iftoprs.domain.flow.MeterOptions;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.ExportForm;
import iftoprs.ports.HostNames;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.ServiceNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileExporterTest {

  @TempDir Path folder;

  private FileExporter exporter() {
    return new FileExporter(folder, HostNames.NONE, ServiceNames.NONE, PackageOwner.NONE);
  }

  private static Snapshot everything() {
    return Traffic.snapshots(Traffic.everything(), MeterOptions.TICKS).get(1);
  }

  @Test
  void json_is_the_record_of_the_stream() throws IOException {
    Path file = exporter().export(ExportForm.JSON, everything());

    assertThat(file).isEqualTo(folder.resolve(".iftoprs.export.txt"));
    String text = Files.readString(file);
    assertThat(text).endsWith("}\n").hasLineCount(1);
    assertThat(Schemas.SNAPSHOT.read(text).get("flows").size()).isEqualTo(5);
  }

  @Test
  void csv_equals_its_recording() throws IOException {
    Path file = exporter().export(ExportForm.CSV, everything());

    assertThat(file).isEqualTo(folder.resolve(".iftoprs.export.csv"));
    Goldens.compare("export.csv", Files.readString(file));
  }

  @Test
  void every_line_of_csv_has_a_cell_for_every_heading() throws IOException {
    List<String> lines =
        Files.readAllLines(exporter().export(ExportForm.CSV, Traffic.owned("fire,\"fox\"")));

    assertThat(lines).hasSize(3);
    List<String> headings = cells(lines.getFirst());
    assertThat(cells(lines.get(1))).hasSameSizeAs(headings);
    assertThat(cells(lines.get(2))).hasSameSizeAs(headings);
    assertThat(cells(lines.get(1)).get(headings.indexOf("process"))).isEqualTo("fire,\"fox\"");
    assertThat(cells(lines.get(1)).get(headings.indexOf("pid"))).isEqualTo("4312");
    assertThat(cells(lines.get(1)).get(headings.indexOf("attribution"))).isEqualTo("exact");
    assertThat(cells(lines.get(2)).get(headings.indexOf("attribution"))).isEqualTo("no-socket");
  }

  @Test
  void a_name_from_outside_is_no_formula_and_steers_no_terminal() throws IOException {
    assertThat(cell("=1+1")).isEqualTo("'=1+1");
    assertThat(cell("+1")).isEqualTo("'+1");
    assertThat(cell("-1")).isEqualTo("'-1");
    assertThat(cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(cell(" =1")).isEqualTo("' =1");
    assertThat(cell("\uFF1D1")).isEqualTo("'\uFF1D1");
    assertThat(cell("\t=1\r\n=2")).isEqualTo("\uFFFD=1\uFFFD\uFFFD=2");
    assertThat(cell("a=1")).isEqualTo("a=1");
    assertThat(cell("x\u001b[2J")).isEqualTo("x\uFFFD[2J");
    assertThat(cell("a;b,\"c\"")).isEqualTo("a;b,\"c\"");
  }

  /** What the cell of a process's name holds. */
  private String cell(String name) throws IOException {
    List<String> lines = Files.readAllLines(exporter().export(ExportForm.CSV, Traffic.owned(name)));
    assertThat(lines).hasSize(3);
    return cells(lines.get(1)).get(cells(lines.getFirst()).indexOf("process"));
  }

  /** Splits a line as RFC 4180 has it. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(line.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @ParameterizedTest
  @EnumSource
  void a_file_is_its_owners_alone_and_replaced_whole(ExportForm form) throws IOException {
    Path first = exporter().export(form, everything());
    Files.setPosixFilePermissions(first, PosixFilePermissions.fromString("rw-rw-rw-"));
    Files.writeString(first, "x".repeat(100_000));
    Path file = exporter().export(form, everything());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain("xxx").isNotEmpty();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void a_link_is_replaced_and_what_it_leads_to_stays() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "precious");
    Path link = folder.resolve(".iftoprs.export.txt");
    Files.createSymbolicLink(link, precious);
    exporter().export(ExportForm.JSON, everything());

    assertThat(precious).hasContent("precious");
    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(Files.readString(link)).startsWith("{\"schema\"");
  }

  @Test
  void what_cannot_be_written_says_where_and_why_and_leaves_nothing() throws IOException {
    Path file = folder.resolve(".iftoprs.export.txt");
    Files.createDirectory(file);
    assertThatThrownBy(() -> exporter().export(ExportForm.JSON, everything()))
        .isInstanceOf(IOException.class)
        .hasMessage("this is a directory: " + file);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    Path missing = folder.resolve("missing");
    assertThatThrownBy(
            () ->
                new FileExporter(missing, HostNames.NONE, ServiceNames.NONE, PackageOwner.NONE)
                    .export(ExportForm.CSV, everything()))
        .hasMessage("its folder does not exist: " + missing.resolve(".iftoprs.export.csv"));
  }

  @Test
  void under_root_a_file_belongs_to_the_owner_of_the_folder() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    Files.setAttribute(folder, "unix:uid", 65534);
    Files.setAttribute(folder, "unix:gid", 65534);
    Path file = exporter().export(ExportForm.JSON, everything());

    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(65534);
  }
}
