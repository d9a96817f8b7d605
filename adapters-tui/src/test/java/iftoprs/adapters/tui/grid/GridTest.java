package iftoprs.adapters.tui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GridTest {

  private static final long STYLE = Style.of(0x112233, 0x445566, Style.BOLD);

  private final Grid grid = new Grid(10, 3);

  @Test
  void text_returns_the_columns_that_it_used() {
    assertThat(grid.text(1, 1, "a界b", STYLE)).isEqualTo(4);
    assertThat(grid.rowText(1)).isEqualTo(" a界b     ");
    assertThat(grid.styleAt(3, 1)).isEqualTo(STYLE);
  }

  @Test
  void text_stops_before_a_wide_character_that_would_pass_the_limit() {
    assertThat(grid.text(0, 0, 4, "abc界", STYLE)).isEqualTo(3);
    assertThat(grid.rowText(0)).isEqualTo("abc       ");
  }

  @Test
  void text_right_ends_before_the_column() {
    assertThat(grid.textRight(10, 0, "12界", STYLE)).isEqualTo(6);
    assertThat(grid.rowText(0)).isEqualTo("      12界");
  }

  @Test
  void half_a_wide_character_at_an_edge_is_a_blank() {
    grid.fill(0, 0, 10, 1, STYLE);
    grid.text(-1, 0, "界x", STYLE);
    grid.text(9, 0, "界", STYLE);
    assertThat(grid.rowText(0)).isEqualTo(" x        ");
  }

  @Test
  void overwriting_half_a_wide_character_blanks_the_other_half() {
    grid.text(0, 0, "界界", STYLE);
    grid.set(1, 0, 'x', STYLE);
    grid.set(2, 0, 'y', STYLE);
    assertThat(grid.rowText(0)).isEqualTo(" xy       ");
  }

  @Test
  void wide_character_over_two_halves_blanks_both_neighbours() {
    grid.text(0, 0, "界界", STYLE);
    grid.text(1, 0, "語", STYLE);
    assertThat(grid.rowText(0)).isEqualTo(" 語       ");
  }

  @Test
  void fill_blanks_the_halves_that_it_cuts() {
    grid.text(0, 0, "界界界", STYLE);
    grid.fill(1, 0, 4, 1, STYLE);
    assertThat(grid.rowText(0)).isEqualTo(" ".repeat(10));
  }

  @Test
  void combining_marks_share_the_cell_of_their_letter() {
    assertThat(grid.text(0, 0, "e\u0301x", STYLE)).isEqualTo(2);
    assertThat(grid.textAt(0, 0)).isEqualTo("e\u0301");
    assertThat(grid.textAt(1, 0)).isEqualTo("x");
  }

  @Test
  void marks_on_one_letter_are_bounded() {
    grid.text(0, 0, "e" + "\u0301".repeat(100), STYLE);
    assertThat(grid.textAt(0, 0)).isEqualTo("e\u0301\u0301\u0301");
  }

  @Test
  void control_and_direction_characters_become_visible() {
    grid.text(0, 0, "a\u001B[2J\u202E\u0085\uD800", STYLE);
    assertThat(grid.rowText(0)).isEqualTo("a\uFFFD[2J\uFFFD\uFFFD\uFFFD  ");
  }

  @Test
  void tint_changes_the_background_alone() {
    grid.text(0, 0, "ab", STYLE);
    grid.tint(0, 0, 1, 0x010203);
    assertThat(grid.styleAt(0, 0)).isEqualTo(Style.withBackground(STYLE, 0x010203));
    assertThat(grid.styleAt(1, 0)).isEqualTo(STYLE);
    assertThat(grid.textAt(0, 0)).isEqualTo("a");
  }

  @Test
  void tint_covers_a_wide_character_wholly_or_not_at_all() {
    grid.text(0, 0, "界界", STYLE);
    grid.tint(1, 0, 2, 0x010203);
    assertThat(Style.background(grid.styleAt(1, 0))).isEqualTo(0x445566);
    assertThat(Style.background(grid.styleAt(2, 0))).isEqualTo(0x010203);
    assertThat(Style.background(grid.styleAt(3, 0))).isEqualTo(0x010203);
  }

  @Test
  void nothing_is_drawn_outside_the_clip_region() {
    grid.clip(2, 1, 3, 1);
    grid.fill(0, 0, 10, 3, STYLE);
    grid.text(0, 1, "0123456789", STYLE);
    grid.tint(0, 1, 10, 0xFFFFFF);
    grid.emphasise(0, 1, 10, Style.REVERSE);
    Boxes.rounded(grid, 0, 0, 10, 3, STYLE);
    assertThat(grid.rowText(0)).isBlank();
    assertThat(grid.rowText(1)).isEqualTo("  234     ");
    assertThat(grid.styleAt(1, 1)).isEqualTo(Style.PLAIN);
    assertThat(grid.styleAt(5, 1)).isEqualTo(Style.PLAIN);
  }

  @Test
  void coordinates_far_outside_do_no_harm() {
    int[] extremes = {Integer.MIN_VALUE, -1, 0, 9, 10, Integer.MAX_VALUE};
    for (int x : extremes) {
      for (int y : extremes) {
        grid.text(x, y, "界a", STYLE);
        grid.fill(x, y, Integer.MAX_VALUE, Integer.MAX_VALUE, STYLE);
        grid.tint(x, y, Integer.MAX_VALUE, 1);
        grid.clip(x, y, Integer.MAX_VALUE, Integer.MAX_VALUE);
        grid.unclip();
      }
    }
    assertThat(grid.rowText(1)).hasSize(10);
  }

  @Test
  void wide_characters_keep_both_halves_whatever_is_drawn() {
    RandomFrames frames = new RandomFrames(new Random(99));
    for (int frame = 0; frame < 500; frame++) {
      frames.draw(grid, 20);
      for (int y = 0; y < grid.height(); y++) {
        assertThat(DisplayWidth.of(grid.rowText(y))).as(grid.rowText(y)).isEqualTo(10);
      }
    }
  }

  @Test
  void box_has_round_corners_and_a_title() {
    Boxes.rounded(grid, 0, 0, 10, 3, STYLE);
    Boxes.title(grid, 0, 0, 10, "Title", STYLE);
    assertThat(grid.rowText(0)).isEqualTo("╭─ Titl ─╮");
    assertThat(grid.rowText(1)).isEqualTo("│        │");
    assertThat(grid.rowText(2)).isEqualTo("╰────────╯");
  }

  @Test
  void style_gives_back_what_it_was_made_of() {
    long style = Style.of(0xFFFFFF, Style.DEFAULT, Style.STRIKE | Style.BOLD);
    assertThat(Style.foreground(style)).isEqualTo(0xFFFFFF);
    assertThat(Style.background(style)).isEqualTo(Style.DEFAULT);
    assertThat(Style.attributes(style)).isEqualTo(Style.STRIKE | Style.BOLD);
    assertThat(Style.background(Style.withBackground(style, 0))).isZero();
    assertThat(Style.foreground(Style.withForeground(style, Style.DEFAULT)))
        .isEqualTo(Style.DEFAULT);
  }
}
