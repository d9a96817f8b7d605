package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TuiTest {

  @Test
  @Timeout(20)
  void a_rehearsal_draws_a_whole_frame_without_a_terminal_and_ends() throws InterruptedException {
    assertThat(Tui.rehearse()).isGreaterThan(80 * 24);
  }
}
