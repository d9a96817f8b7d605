package iftoprs.adapters.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldOutputTest {

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void stand_in_for_the_standard_streams() {
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void give_the_standard_streams_back() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  @Test
  void what_is_printed_meanwhile_appears_on_standard_error_afterwards() {
    HeldOutput held = new HeldOutput();
    held.hold();
    System.out.print("to out, ");
    System.err.print("to err");
    assertThat(err.size() + out.size()).isZero();
    held.release();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("to out, to err");
    System.out.print("after");
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("after");
  }

  @Test
  void nothing_appears_twice() {
    HeldOutput held = new HeldOutput();
    held.hold();
    System.out.print("once");
    held.release();
    held.hold();
    held.release();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("once");
  }

  @Test
  void what_is_kept_is_bounded_and_says_so() {
    HeldOutput held = new HeldOutput();
    held.hold();
    System.out.print("x".repeat(HeldOutput.LIMIT + 10));
    System.out.write('y');
    held.release();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .hasSizeLessThan(HeldOutput.LIMIT + 100)
        .contains("... 11 more bytes were printed and not kept");
  }
}
