package iftoprs.adapters.pcap.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs are written as libpcap prints them with -ddd: code, jump, jump, constant. */
class FrameFilterTest {

  private static final byte[] FRAME = HexFormat.of().parseHex("0102030485060708");
  private static final int WIRE = 1500;

  private static FrameFilter filter(String program) {
    int[][] lines =
        Arrays.stream(program.split(","))
            .map(line -> line.strip().split(" +"))
            .map(
                words ->
                    Arrays.stream(words).mapToInt(word -> Long.decode(word).intValue()).toArray())
            .toArray(int[][]::new);
    int[][] columns = new int[4][lines.length];
    for (int line = 0; line < lines.length; line++) {
      for (int column = 0; column < 4; column++) {
        columns[column][line] = lines[line][column];
      }
    }
    return new FrameFilter(columns[0], columns[1], columns[2], columns[3]);
  }

  private static boolean accepts(String program) {
    byte[] buffer = new byte[FRAME.length + 20];
    Arrays.fill(buffer, (byte) 0xee);
    System.arraycopy(FRAME, 0, buffer, 10, FRAME.length);
    return filter(program).accepts(buffer, 10, FRAME.length, WIRE);
  }

  /** Each program leaves a number in the accumulator that must equal the one expected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load a word               | 0x20 0 0 4                               | 0x85060708",
        "load a half word          | 0x28 0 0 3                               | 0x0485",
        "load a byte               | 0x30 0 0 4                               | 0x85",
        "load relative to x        | 0x01 0 0 2, 0x50 0 0 2                   | 0x85",
        "load the wire length      | 0x80 0 0 0                               | 1500",
        "load a constant           | 0x00 0 0 0xfffffff0                      | 0xfffffff0",
        "x from a header length    | 0xb1 0 0 4, 0x87 0 0 0                   | 20",
        "x from the wire length    | 0x81 0 0 0, 0x87 0 0 0                   | 1500",
        "scratch cells             | 0x00 0 0 7, 0x02 0 0 15, 0x00 0 0 1, 0x60 0 0 15    | 7",
        "scratch cells of x        | 0x01 0 0 7, 0x03 0 0 3, 0x01 0 0 1, 0x61 0 0 3, 0x87 0 0 0 |"
            + " 7",
        "registers                 | 0x00 0 0 9, 0x07 0 0 0, 0x00 0 0 1, 0x87 0 0 0 | 9",
        "add                       | 0x00 0 0 9, 0x04 0 0 0xffffffff          | 8",
        "add x                     | 0x00 0 0 9, 0x01 0 0 3, 0x0c 0 0 0       | 12",
        "subtract                  | 0x00 0 0 9, 0x14 0 0 10                  | 0xffffffff",
        "multiply                  | 0x00 0 0 9, 0x24 0 0 5                   | 45",
        "divide without sign       | 0x00 0 0 0xfffffffe, 0x34 0 0 2          | 0x7fffffff",
        "remainder without sign    | 0x00 0 0 0xffffffff, 0x94 0 0 16         | 15",
        "or                        | 0x00 0 0 9, 0x44 0 0 6                   | 15",
        "and                       | 0x00 0 0 9, 0x54 0 0 8                   | 8",
        "exclusive or              | 0x00 0 0 9, 0xa4 0 0 8                   | 1",
        "shift left                | 0x00 0 0 9, 0x64 0 0 4                   | 0x90",
        "shift right without sign  | 0x00 0 0 0x80000000, 0x74 0 0 31         | 1",
        "shift too far             | 0x00 0 0 9, 0x64 0 0 32                  | 0",
        "negate                    | 0x00 0 0 9, 0x84 0 0 0                   | 0xfffffff7",
        "jump over                 | 0x00 0 0 9, 0x05 0 0 1, 0x00 0 0 1       | 9",
      })
  void operation_computes(String name, String program, String expected) {
    assertThat(accepts(program + ", 0x15 0 1 " + expected + ", 6 0 0 1, 6 0 0 0"))
        .as(name)
        .isTrue();
    assertThat(accepts(program + ", 0x15 1 0 " + expected + ", 6 0 0 1, 6 0 0 0"))
        .as(name)
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0x15, 5, 5, true",
    "0x15, 5, 6, false",
    "0x25, 0xffffffff, 1, true",
    "0x25, 1, 1, false",
    "0x35, 1, 1, true",
    "0x35, 1, 0xffffffff, false",
    "0x45, 6, 3, true",
    "0x45, 4, 3, false",
  })
  void condition_compares_without_sign(String code, String left, String right, boolean holds) {
    String constant = "0 0 0 %s, %s 0 1 %s, 6 0 0 1, 6 0 0 0".formatted(left, code, right);
    String index =
        "0 0 0 %s, 1 0 0 %s, %d 0 1 0, 6 0 0 1, 6 0 0 0"
            .formatted(left, right, Integer.decode(code) | 8);
    assertThat(accepts(constant)).isEqualTo(holds);
    assertThat(accepts(index)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x20 0 0 5", // a word that ends behind the frame
        "0x28 0 0 7",
        "0x30 0 0 8",
        "0x30 0 0 0xffffffff",
        "0x01 0 0 0xffffffff, 0x50 0 0 1", // wraps around in 32 bits
        "0xb1 0 0 8",
        "0x00 0 0 1, 0x34 0 0 0", // division by zero
        "0x00 0 0 1, 0x94 0 0 0",
      })
  void what_cannot_be_computed_refuses_the_frame(String program) {
    assertThat(accepts(program + ", 6 0 0 1")).isFalse();
  }

  @Test
  void program_may_jump_back_but_not_for_ever() {
    String countToFive = "0x04 0 0 1, 0x15 1 0 5, 0x05 0 0 0xfffffffd, 6 0 0 1";
    assertThat(accepts(countToFive)).isTrue();
    assertThat(accepts("0x05 0 0 0xffffffff, 6 0 0 1")).isFalse();
  }

  @Test
  void accumulator_may_be_the_answer() {
    assertThat(accepts("0 0 0 1, 0x16 0 0 0")).isTrue();
    assertThat(accepts("0 0 0 0, 0x16 0 0 0")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x00 0 0 1", // no return at the end
        "0x05 0 0 1, 6 0 0 1", // jumps behind the end
        "0x05 0 0 0xfffffffe, 6 0 0 1", // jumps before the start
        "0x15 1 0 0, 6 0 0 1",
        "0x15 0 255 0, 6 0 0 1",
        "0x02 0 0 16, 6 0 0 1", // no such cell
        "0x60 0 0 0xffffffff, 6 0 0 1",
      })
  void program_that_leads_outside_is_refused(String program) {
    assertThatThrownBy(() -> filter(program)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void program_without_instructions_or_of_torn_parts_is_refused() {
    int[] none = {};
    int[] one = {6};
    assertThatThrownBy(() -> new FrameFilter(none, none, none, none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FrameFilter(one, one, none, one))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loads_that_only_a_kernel_can_answer_are_told() {
    assertThat(filter("0x28 0 0 0xfffff004, 6 0 0 1").asksTheKernel()).isTrue();
    assertThat(filter("0x28 0 0 0xffffefff, 6 0 0 1").asksTheKernel()).isFalse();
    assertThat(filter("0x00 0 0 0xfffff004, 6 0 0 1").asksTheKernel()).isFalse();
  }
}
