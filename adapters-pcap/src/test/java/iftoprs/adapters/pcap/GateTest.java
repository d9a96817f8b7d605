package iftoprs.adapters.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GateTest {

  private int released;
  private final Gate gate = new Gate(() -> released++);

  @Test
  void closing_an_empty_room_releases_at_once_and_only_once() {
    gate.close();
    gate.close();
    assertThat(released).isEqualTo(1);
    assertThat(gate.enter()).isFalse();
  }

  @Test
  void closing_while_somebody_is_inside_leaves_the_release_to_him() {
    assertThat(gate.enter()).isTrue();
    gate.close();
    gate.close();
    assertThat(released).isZero();
    assertThat(gate.isClosed()).isTrue();
    gate.leave();
    assertThat(released).isEqualTo(1);
    assertThat(gate.enter()).isFalse();
    gate.close();
    assertThat(released).isEqualTo(1);
  }

  @Test
  void open_gate_lets_in_again_and_again() {
    for (int i = 0; i < 3; i++) {
      assertThat(gate.enter()).isTrue();
      gate.leave();
    }
    assertThat(released).isZero();
    assertThat(gate.isClosed()).isFalse();
  }
}
