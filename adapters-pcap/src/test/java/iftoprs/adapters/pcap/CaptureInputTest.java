package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import iftoprs.ports.CaptureException;
import iftoprs.ports.CaptureException.Reason;
import iftoprs.ports.contract.TestFrame;
import iftoprs.ports.contract.TestFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureInputTest {

  private static final TestFrame FRAME = TestFrames.arp("192.0.2.1", "192.0.2.2").at(1_000);

  @TempDir Path folder;

  @Test
  void compression_is_told_by_the_first_bytes_not_by_the_name() throws Exception {
    Path file = folder.resolve("plain.pcap");
    Files.write(file, CaptureFiles.gzip(CaptureFiles.pcap(List.of(FRAME))));
    assertThat(Replayed.of(CaptureInput.of(file)).frames()).containsExactly(FRAME);
  }

  @Test
  void compressed_members_that_follow_each_other_are_one_file() throws CaptureException {
    byte[] file = CaptureFiles.pcap(List.of(FRAME, FRAME));
    byte[] members =
        CaptureFiles.concat(
            CaptureFiles.gzip(Arrays.copyOf(file, 50)),
            CaptureFiles.gzip(Arrays.copyOfRange(file, 50, file.length)));
    assertThat(Replayed.of(members)).isEqualTo(new Replayed(List.of(FRAME, FRAME), ""));
  }

  @Test
  void compressed_file_that_is_cut_gives_what_came_before() throws CaptureException {
    byte[] packed = CaptureFiles.gzip(CaptureFiles.pcap(List.of(FRAME, FRAME)));
    Replayed replayed = Replayed.of(Arrays.copyOf(packed, packed.length - 4));
    assertThat(replayed.frames()).containsExactly(FRAME, FRAME);
    assertThat(replayed.note()).startsWith("test: compressed data is cut short");
  }

  @Test
  void compressed_file_that_is_damaged_says_so() throws CaptureException {
    byte[] packed = CaptureFiles.gzip(CaptureFiles.pcap(List.of(FRAME, FRAME)));
    packed[packed.length - 6] ^= 1; // the checksum
    assertThat(Replayed.of(packed).note()).startsWith("test: compressed data is damaged");
  }

  @Test
  void start_of_a_compressed_file_that_is_cut_says_so() {
    byte[] packed = CaptureFiles.gzip(CaptureFiles.pcap(List.of(FRAME)));
    assertThatThrownBy(() -> Replayed.of(Arrays.copyOf(packed, 8)))
        .hasMessage("test: compressed data is cut short");
  }

  @Test
  void xz_is_unpacked_from_a_file_and_from_a_pipe() throws CaptureException {
    byte[] file = CaptureFiles.pcap(List.of(FRAME, FRAME));
    byte[] streams =
        CaptureFiles.concat(
            CaptureFiles.xz(Arrays.copyOf(file, 50)),
            CaptureFiles.xz(Arrays.copyOfRange(file, 50, file.length)));
    Replayed both = new Replayed(List.of(FRAME, FRAME), "");
    assertThat(Replayed.of(streams)).isEqualTo(both);
    assertThat(Replayed.of(new CaptureInput("test", () -> new ByteArrayInputStream(streams), true)))
        .isEqualTo(both);
  }

  @Test
  void xz_that_is_cut_gives_what_came_before() throws CaptureException {
    byte[] packed = CaptureFiles.xz(CaptureFiles.pcap(List.of(FRAME, FRAME)));
    Replayed replayed = Replayed.of(Arrays.copyOf(packed, packed.length - 4));
    assertThat(replayed.frames()).containsExactly(FRAME, FRAME);
    assertThat(replayed.note()).startsWith("test: compressed data is cut short");
  }

  @Test
  void xz_that_is_damaged_says_so() throws CaptureException {
    byte[] packed = CaptureFiles.xz(CaptureFiles.pcap(List.of(FRAME, FRAME)));
    packed[packed.length - 6] ^= 1; // a flag of the footer
    assertThat(Replayed.of(packed).note()).startsWith("test: compressed data is damaged");
  }

  @Test
  void xz_that_asks_for_much_memory_is_refused() {
    byte[] packed = CaptureFiles.xz(CaptureFiles.pcap(List.of(FRAME)));
    packed[16] = 36; // dictionary of 1 GiB
    CRC32 check = new CRC32();
    check.update(packed, 12, 8);
    ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) check.getValue());
    assertThatThrownBy(() -> Replayed.of(packed))
        .hasMessageStartingWith("test: cannot be read: unpacking takes 1024 MiB of memory");
  }

  @Test
  void each_cut_of_an_xz_file_ends_in_order() {
    byte[] packed = CaptureFiles.xz(CaptureFiles.pcap(List.of(FRAME, FRAME)));
    for (int length = 6; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      try {
        assertThat(Replayed.of(cut).note()).startsWith("test: compressed data is cut short");
      } catch (CaptureException e) {
        assertThat(e).hasMessage("test: compressed data is cut short");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd0000, zstd, unzstd",
    "04224d180000, lz4, unlz4",
    "425a68393141, bzip2, bunzip2",
  })
  void other_compression_is_answered_with_the_tool(String magic, String format, String tool)
      throws IOException {
    Path file = Files.write(folder.resolve("x.pcap"), HexFormat.of().parseHex(magic));
    assertRefused(
        file,
        "%s: compressed with %s; unpack it first: %s < %s | iftoprs -r -"
            .formatted(file, format, tool, file));
  }

  @Test
  void missing_file_is_refused() {
    assertRefused(folder.resolve("none.pcap"), folder.resolve("none.pcap") + ": no such file");
  }

  @Test
  void folder_is_refused() {
    assertRefused(folder, folder + ": is a directory");
  }

  @Test
  void empty_file_is_refused() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.pcap"));
    assertRefused(file, file + ": the file is empty");
  }

  @Test
  void text_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("notes.txt"), "hello".getBytes(StandardCharsets.UTF_8));
    assertRefused(file, file + ": not a capture file (neither pcap nor pcapng)");
  }

  @Test
  void header_that_is_cut_is_refused() throws IOException {
    byte[] header = Arrays.copyOf(CaptureFiles.pcap(List.of()), 23);
    Path file = Files.write(folder.resolve("cut.pcap"), header);
    assertRefused(file, file + ": cut short before its first record");
  }

  @Test
  void device_is_named_after_the_file_without_its_folder() {
    Path file = folder.resolve("x.pcap");
    assertThat(new ReplayCapture(CaptureInput.of(file), Pace.MAX).devices().getFirst().name())
        .isEqualTo("x.pcap");
  }

  private static void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> Replayed.of(CaptureInput.of(file)))
        .isInstanceOfSatisfying(
            CaptureException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_FILE))
        .hasMessage(message);
  }
}
