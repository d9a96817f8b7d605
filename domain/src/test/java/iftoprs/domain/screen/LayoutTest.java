package iftoprs.domain.screen;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.screen.Layout.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutTest {

  private static ScreenState state(int columns, int rows, Settings settings) {
    return ScreenState.initial(settings, List.of(), columns, rows);
  }

  @Test
  void regions_follow_each_other_without_gap_at_every_size() {
    for (int rows = Layout.MIN_ROWS; rows <= 100; rows++) {
      for (Toggle toggle : Toggle.values()) {
        Settings settings = Settings.DEFAULT.with(toggle, !Settings.DEFAULT.is(toggle));
        Layout layout = Layout.of(state(120, rows, settings));
        int edge = settings.is(Toggle.BORDER) ? 1 : 0;
        int next = edge;
        for (Region region :
            List.of(
                layout.scale(),
                layout.columnHeader(),
                layout.flows(),
                layout.plot(),
                layout.separator(),
                layout.totals(),
                layout.bar())) {
          assertThat(region.top()).isEqualTo(next);
          next = region.end();
        }
        assertThat(next).as("%d rows, %s", rows, toggle).isEqualTo(rows - edge);
        assertThat(layout.flows().rows()).as("%d rows, %s", rows, toggle).isGreaterThanOrEqualTo(4);
      }
    }
  }

  @Test
  void a_page_counts_flows_not_rows() {
    ScreenState two = state(120, 35, Settings.DEFAULT);
    ScreenState one = state(120, 35, Settings.DEFAULT.withLineMode(LineMode.ONE_LINE));

    assertThat(Layout.of(two).page()).isEqualTo(12);
    assertThat(Layout.of(one).page()).isEqualTo(25);
  }

  @Test
  void a_pinned_plot_takes_rows_from_the_list_where_enough_are_left() {
    Settings pinned = Settings.DEFAULT.with(Toggle.PLOT_PINNED, true);

    assertThat(Layout.of(state(120, 35, pinned)).plot().rows()).isEqualTo(8);
    assertThat(Layout.of(state(80, 24, pinned)).page()).isEqualTo(3);
    assertThat(Layout.of(state(80, 20, pinned)).plot().rows()).isZero();
    assertThat(Layout.of(state(120, 35, pinned.with(Toggle.PLOT, false))).plot().rows()).isZero();
  }

  @Test
  void a_filter_adds_a_row_to_the_totals() {
    ScreenState filtered = state(120, 35, Settings.DEFAULT).withFilter(Filter.of("x"));

    assertThat(Layout.of(filtered).totals().rows()).isEqualTo(4);
  }

  @Test
  void the_prompt_has_its_place_before_anything_is_typed() {
    ScreenState calm = state(80, 24, Settings.DEFAULT);
    ScreenState opened = calm.withOverlay(new Overlay.FilterPrompt(Prompt.of(""), Filter.NONE));
    ScreenState typed = opened.withFilter(Filter.of("udp"));

    assertThat(Layout.of(opened)).isEqualTo(Layout.of(typed));
    assertThat(Layout.of(opened).totals().rows()).isEqualTo(4);
  }
}
