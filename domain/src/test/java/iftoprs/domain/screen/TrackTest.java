package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.screen.Ink.Mixed;
import iftoprs.domain.screen.Ink.Numbered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrackTest {

  private static final Ink ORANGE = new Mixed(30, 0.5, 0.75);

  @ParameterizedTest
  @EnumSource
  void the_colour_of_a_cell_stands_in_that_cell(Track track) {
    for (int cells = 2; cells <= 120; cells++) {
      for (int cell = 0; cell < cells; cell++) {
        assertThat(track.cell(track.at(ORANGE, cell, cells), cells))
            .as("cell %d of %d", cell, cells)
            .isEqualTo(cell);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_cell_outside_means_the_nearest_end(Track track) {
    assertThat(track.at(ORANGE, -5, 30)).isEqualTo(track.at(ORANGE, 0, 30));
    assertThat(track.at(ORANGE, 99, 30)).isEqualTo(track.at(ORANGE, 29, 30));
  }

  @Test
  void a_track_changes_its_own_property_only() {
    assertThat(Track.HUE.at(ORANGE, 10, 30)).isEqualTo(new Mixed(120, 0.5, 0.75));
    assertThat(Track.SATURATION.at(ORANGE, 0, 30)).isEqualTo(new Mixed(30, 0, 0.75));
    assertThat(Track.SATURATION.at(ORANGE, 29, 30)).isEqualTo(new Mixed(30, 1, 0.75));
    assertThat(Track.BRIGHTNESS.at(ORANGE, 29, 30)).isEqualTo(new Mixed(30, 0.5, 1));
  }

  @Test
  void every_hue_has_a_cell_even_just_below_a_whole_turn() {
    assertThat(Track.HUE.cell(new Mixed(359.9, 1, 1), 30)).isZero();
  }

  @Test
  void all_numbers_are_reached_from_a_colour_without_one_in_steps() {
    assertThat(Track.NUMBER.further(new Mixed(0, 1, 1), 1)).isEqualTo(new Numbered(197));
    assertThat(Track.NUMBER.value(new Mixed(0, 1, 1))).isEmpty();
    assertThat(Track.NUMBER.further(new Numbered(255), 1)).isEqualTo(new Numbered(0));
  }

  @Test
  void the_colour_wheel_is_painted_pure_even_for_black() {
    assertThat(Track.HUE.rgb(new Mixed(0, 0, 0), 10, 30)).isEqualTo(0x00FF00);
    assertThat(Track.BRIGHTNESS.rgb(new Mixed(0, 0, 1), 0, 30)).isZero();
  }
}
