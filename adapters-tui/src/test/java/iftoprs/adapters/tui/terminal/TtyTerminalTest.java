package iftoprs.adapters.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalSize;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.input.InputParser;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtyTerminalTest {

  private static final Pattern MODE = Pattern.compile("\033\\[(\\?\\d+)([hl])");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final TtyTerminal terminal = new TtyTerminal(() -> new TerminalSize(80, 24), written);

  @ParameterizedTest
  @CsvSource({"true, true, ?1003", "true, false, ?1002", "false, false, none"})
  void every_mode_is_taken_back(boolean mouse, boolean motion, String mouseMode)
      throws IOException {
    TerminalOptions options =
        new TerminalOptions(mouse, motion, Optional.empty(), Optional.of("t"));
    terminal.enter(options);
    List<String> on = modes("h");
    assertThat(on).contains("?1049", "?2004", "?1004");
    assertThat(on.contains("?1006")).isEqualTo(mouse);
    if (mouse) {
      assertThat(on).contains(mouseMode);
    }
    written.reset();
    terminal.leave(options);
    assertThat(modes("l")).containsAll(on);
    assertThat(modes("h")).containsExactlyInAnyOrder("?7", "?25");
  }

  @Test
  void leaving_twice_writes_once() throws IOException {
    terminal.enter(TerminalOptions.standard());
    terminal.leave(TerminalOptions.standard());
    written.reset();
    terminal.leave(TerminalOptions.standard());
    assertThat(written.size()).isZero();
  }

  @Test
  void clipboard_text_cannot_break_out_of_its_sequence() throws IOException {
    terminal.copy("a\007\033[2J".getBytes(StandardCharsets.UTF_8));
    assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("\033]52;c;YQcbWzJK\007");
  }

  @Test
  void end_of_input_is_told_once(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("tty"), "q\033");
    List<InputEvent> events = new ArrayList<>();
    try (FileInputStream device = new FileInputStream(file.toFile())) {
      Runnable lost = () -> events.add(new InputEvent.TerminalLost());
      new TtyReader(device, new InputParser(events::add), () -> true, lost).run();
    }
    assertThat(events).hasSize(3).startsWith(InputEvent.Key.of('q'));
    assertThat(events.getLast()).isEqualTo(new InputEvent.TerminalLost());
  }

  @Test
  void refusal_is_one_line_with_advice() {
    assertThat(new TerminalRefusal("TERM=dumb"))
        .hasMessage("no terminal here (TERM=dumb); use --json or --report");
  }

  private List<String> modes(String end) {
    List<String> modes = new ArrayList<>();
    Matcher matcher = MODE.matcher(written.toString(StandardCharsets.US_ASCII));
    while (matcher.find()) {
      if (matcher.group(2).equals(end)) {
        modes.add(matcher.group(1));
      }
    }
    return modes;
  }
}
