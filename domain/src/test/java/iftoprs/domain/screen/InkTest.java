package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Whole;
import org.junit.jupiter.api.Test;

class InkTest {

  @Test
  void every_colour_survives_hue_saturation_and_brightness() {
    for (int rgb = 0; rgb <= 0xFFFFFF; rgb += 251) {
      assertThat(Ink.Mixed.of(rgb).rgb()).isEqualTo(rgb);
    }
  }

  @Test
  void numbers_are_those_of_xterm() {
    assertThat(new Ink.Numbered(9).rgb()).isEqualTo(0xFF0000);
    assertThat(new Ink.Numbered(27).rgb()).isEqualTo(0x005FFF);
    assertThat(new Ink.Numbered(231).rgb()).isEqualTo(0xFFFFFF);
    assertThat(new Ink.Numbered(232).rgb()).isEqualTo(0x080808);
    assertThat(new Ink.Numbered(255).rgb()).isEqualTo(0xEEEEEE);
  }

  @Test
  void numbers_and_hues_go_round() {
    assertThat(new Ink.Numbered(250).further(10)).isEqualTo(new Ink.Numbered(4));
    assertThat(new Ink.Numbered(0).further(-1)).isEqualTo(new Ink.Numbered(255));
    Ink red = Ink.Mixed.of(0xFF0000);
    assertThat(red.further(40).rgb()).isEqualTo(0x00FF00);
    assertThat(red.further(-40).rgb()).isEqualTo(0x0000FF);
    assertThat(red.further(120)).isEqualTo(red);
  }

  @Test
  void brightness_and_saturation_end_at_black_white_and_grey() {
    Ink.Mixed blue = Ink.Mixed.of(0x0000FF);
    assertThat(blue.brighter(-100).rgb()).isZero();
    assertThat(blue.brighter(-100).brighter(100)).isEqualTo(blue);
    assertThat(blue.richer(-100).rgb()).isEqualTo(0xFFFFFF);
    assertThat(blue.richer(100)).isEqualTo(blue);
    assertThat(blue.brighter(-10).rgb()).isEqualTo(0x000080);
  }

  @Test
  void a_colour_is_taken_the_other_way_and_stays_what_it_is_where_it_can() {
    for (int number = 16; number < 256; number++) {
      Ink mixed = new Ink.Numbered(number).otherwise();
      assertThat(mixed.rgb()).isEqualTo(new Ink.Numbered(number).rgb());
      assertThat(mixed.otherwise().rgb()).isEqualTo(mixed.rgb());
    }
    assertThat(Ink.Mixed.of(0x015EFE).otherwise()).isEqualTo(new Ink.Numbered(27));
  }

  @Test
  void colours_are_stored_as_numbers_or_hexadecimal() {
    assertThat(Ink.of(new Whole(255))).contains(new Ink.Numbered(255));
    assertThat(Ink.of(new Text("#0A1b2C")).map(Ink::toValue)).contains(new Text("#0a1b2c"));
    assertThat(Ink.of(new Whole(256))).isEmpty();
    assertThat(Ink.of(new Whole(-1))).isEmpty();
    assertThat(Ink.of(new Text("0a1b2c"))).isEmpty();
    assertThat(Ink.of(new Text("#12345"))).isEmpty();
  }
}
