package iftoprs.adapters.tui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.ColourMode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourDetectionTest {

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm-256color COLORTERM=truecolor, TRUECOLOUR",
    "TERM=xterm-256color COLORTERM=24bit, TRUECOLOUR",
    "TERM=xterm-256color, INDEXED",
    "TERM=xterm-256color COLORTERM=1, INDEXED",
    "TERM=xterm, BASIC",
    "TERM=linux, BASIC",
    "TERM=vt100, NONE",
    "TERM=xterm-kitty, TRUECOLOUR",
    "TERM=xterm-direct, TRUECOLOUR",
    "TERM=tmux-256color TMUX=x, INDEXED",
    "TERM=tmux-256color TMUX=x COLORTERM=truecolor, TRUECOLOUR",
    "TERM=screen-256color STY=x COLORTERM=truecolor, INDEXED",
    "TERM=screen STY=x, BASIC",
    "TERM=xterm-256color COLORTERM=truecolor NO_COLOR=1, NONE",
    "TERM=xterm-256color NO_COLOR=, INDEXED",
  })
  void mode_follows_the_environment(String environment, ColourMode expected) {
    Map<String, String> variables =
        Arrays.stream(environment.split(" "))
            .map(assignment -> assignment.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    assertThat(ColourDetection.detect(variables)).isEqualTo(expected);
  }
}
