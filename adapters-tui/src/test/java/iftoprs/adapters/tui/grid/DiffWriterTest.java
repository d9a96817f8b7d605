package iftoprs.adapters.tui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffWriterTest {

  private static final long SEED = 20_261_123;
  private static final long BASE = Style.of(0xD0D0E0, RandomFrames.BACKGROUND);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40, 132})
  void terminal_shows_exactly_the_grid_after_every_frame(int width) {
    Random random = new Random(SEED + width);
    RandomFrames frames = new RandomFrames(random);
    Grid grid = new Grid(width, 12);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    VtScreen screen = new VtScreen(width, 12);
    for (int frame = 0; frame < 400; frame++) {
      if (random.nextInt(10) == 0) {
        grid.clear(BASE);
      }
      frames.draw(grid, random.nextInt(1, 25));
      screen.write(diff.bytes(), diff.encode(grid));
      assertSame(screen, grid);
    }
  }

  @ParameterizedTest
  @EnumSource(ColourMode.class)
  void terminal_shows_the_grid_in_the_colours_it_has(ColourMode mode) {
    RandomFrames frames = new RandomFrames(new Random(SEED));
    Grid grid = new Grid(60, 12);
    DiffWriter diff = new DiffWriter(mode);
    ColourMapper mapper = new ColourMapper(mode);
    mapper.frameBackground(RandomFrames.BACKGROUND, RandomFrames.BACKGROUND);
    VtScreen screen = new VtScreen(60, 12);
    for (int frame = 0; frame < 100; frame++) {
      grid.clear(BASE);
      frames.draw(grid, 30);
      screen.write(diff.bytes(), diff.encode(grid));
      for (int y = 0; y < grid.height(); y++) {
        for (int x = 0; x < grid.width(); x++) {
          long expected = seen(grid.textAt(x, y), mapper.map(grid.styleAt(x, y)), mode);
          assertThat(screen.textAt(x, y)).isEqualTo(grid.textAt(x, y));
          assertThat(seen(screen.textAt(x, y), screen.styleAt(x, y), ColourMode.TRUECOLOUR))
              .as("style at %d,%d of frame %d", x, y, frame)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void unchanged_frame_costs_no_byte() {
    Grid grid = new Grid(80, 24);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    grid.clear(BASE);
    grid.text(3, 3, "once", BASE);
    assertThat(diff.encode(grid)).isPositive();
    grid.clear(BASE);
    grid.text(3, 3, "once", BASE);
    assertThat(diff.encode(grid)).isZero();
  }

  @Test
  void change_that_the_terminal_cannot_show_costs_no_byte() {
    Grid grid = new Grid(10, 1);
    DiffWriter diff = new DiffWriter(ColourMode.NONE);
    grid.clear(BASE);
    grid.text(0, 0, "text", Style.withForeground(BASE, 0x123456));
    diff.encode(grid);
    grid.text(0, 0, "text", Style.withForeground(BASE, 0x654321));
    assertThat(diff.encode(grid)).isZero();
  }

  @Test
  void colour_of_letters_on_a_blank_costs_no_byte() {
    Grid grid = new Grid(10, 1);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    grid.clear(BASE);
    diff.encode(grid);
    grid.fill(0, 0, 10, 1, Style.of(0x123456, RandomFrames.BACKGROUND, Style.BOLD));
    assertThat(diff.encode(grid)).isZero();
  }

  @Test
  void repaint_sends_everything_in_one_synchronised_update() {
    Grid grid = new Grid(20, 3);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    grid.clear(BASE);
    diff.encode(grid);
    diff.repaint();
    VtScreen screen = new VtScreen(20, 3);
    screen.write(diff.bytes(), diff.encode(grid));
    assertSame(screen, grid);
    assertThat(screen.synchronisedUpdates()).isEqualTo(1);
  }

  @Test
  void forgotten_clusters_are_never_taken_for_new_ones() {
    Grid grid = new Grid(4, 1);
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    VtScreen screen = new VtScreen(4, 1);
    for (int frame = 0; frame < 3000; frame++) {
      grid.clear(BASE);
      String letter = Character.toString(0x4E00 + frame) + "\u0301";
      grid.text(0, 0, letter, BASE);
      screen.write(diff.bytes(), diff.encode(grid));
      assertThat(screen.textAt(0, 0)).isEqualTo(letter);
    }
  }

  @Test
  void five_percent_of_a_large_screen_fit_into_14_kilobytes() {
    DiffMeasurement.Result rows = DiffMeasurement.rows();
    DiffMeasurement.Result scattered = DiffMeasurement.scattered();
    System.out.printf(
        "bytes a frame, 200x60, 5 %% changed: in fields %d, scattered %d; first frame %d%n",
        rows.bytesPerFrame(), scattered.bytesPerFrame(), rows.firstFrame());
    assertThat(rows.bytesPerFrame()).isLessThan(14_000);
    assertThat(scattered.bytesPerFrame()).isLessThan(14_000);
  }

  @ParameterizedTest
  @EnumSource(ColourMode.class)
  void steady_frames_allocate_nothing(ColourMode mode) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    DiffMeasurement measurement = new DiffMeasurement(mode);
    for (int i = 0; i < 200; i++) {
      measurement.changeFields();
      measurement.encode();
    }
    long thread = Thread.currentThread().threadId();
    long before = threads.getThreadAllocatedBytes(thread);
    for (int i = 0; i < 200; i++) {
      measurement.changeFields();
      measurement.encode();
    }
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(allocated).as("bytes in 200 frames").isLessThan(200);
  }

  private static long seen(String text, long style, ColourMode mode) {
    long rgb = Style.of(rgb(Style.foreground(style), mode), rgb(Style.background(style), mode));
    long full = Style.withAttributes(rgb, Style.attributes(style));
    return text.equals(" ") ? Style.onBlank(full) : full;
  }

  private static int rgb(int colour, ColourMode mode) {
    boolean index = mode == ColourMode.INDEXED || mode == ColourMode.BASIC;
    return index && colour != Style.DEFAULT ? XtermPalette.rgb(colour) : colour;
  }

  private static void assertSame(VtScreen screen, Grid grid) {
    for (int y = 0; y < grid.height(); y++) {
      for (int x = 0; x < grid.width(); x++) {
        String text = grid.textAt(x, y);
        assertThat(screen.textAt(x, y)).as("text at %d,%d", x, y).isEqualTo(text);
        assertThat(seen(text, screen.styleAt(x, y), ColourMode.TRUECOLOUR))
            .as("style at %d,%d", x, y)
            .isEqualTo(seen(text, grid.styleAt(x, y), ColourMode.TRUECOLOUR));
      }
    }
  }
}
