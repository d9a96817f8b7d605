package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.ThemeEdit;
import iftoprs.domain.screen.Toggle;
import iftoprs.domain.screen.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole frames as recorded under {@code src/test/resources}. To record them again, run this test
 * with {@code -Diftoprs.record=true} and read the difference.
 */
class FramesTest {

  private static final Path FRAMES =
      Path.of(
          System.getProperty("iftoprs.root"),
          "adapters-tui/src/test/resources/iftoprs/adapters/tui/view/frames");

  private static final Command[] EDITOR = {
    edit(new ThemeEdit.Open()),
    edit(new ThemeEdit.MoveSlot(2)),
    edit(new ThemeEdit.Go(Track.BRIGHTNESS, -2))
  };

  private static Command edit(ThemeEdit edit) {
    return new Command.EditTheme(edit);
  }

  private static Command filter(String text) {
    return new Command.EditFilter(new Prompt.Insert(text));
  }

  @TestFactory
  Stream<DynamicTest> frames_are_as_recorded() {
    return Stream.of(
        frame("one-line-120x35", Stage.office(120, 35).press(new Command.NextLineMode())),
        frame(
            "sent-only-80x24",
            Stage.office(80, 24).press(new Command.NextLineMode(), new Command.NextLineMode())),
        frame(
            "bytes-linear-120x35",
            Stage.office(120, 35).press(flip(Toggle.BYTES), flip(Toggle.LINEAR))),
        frame("no-border-80x24", Stage.office(80, 24).press(flip(Toggle.BORDER))),
        frame(
            "ascii-bars-80x24",
            Stage.office(80, 24)
                .press(
                    new Command.NextBarStyle(),
                    new Command.NextBarStyle(),
                    new Command.NextBarStyle())),
        frame(
            "typing-a-filter-80x24",
            Stage.office(80, 24).press(new Command.OpenFilter(), filter("udp !ntp"))),
        frame(
            "nothing-matches-80x24",
            Stage.office(80, 24)
                .press(new Command.OpenFilter(), filter("nowhere"), new Command.Accept())),
        frame(
            "paused-frozen-120x35",
            Stage.office(120, 35)
                .press(new Command.Freeze(), new Command.Pause(), new Command.Hush())),
        frame(
            "themes-80x24",
            Stage.office(80, 24).press(new Command.OpenThemes(), new Command.MoveTheme(25))),
        frame("theme-editor-120x35", Stage.office(120, 35).press(EDITOR)),
        frame("theme-editor-80x24", Stage.office(80, 24).press(EDITOR)),
        frame(
            "theme-naming-80x24",
            Stage.office(80, 24).press(EDITOR).press(new Command.Accept(), filter("Mine"))),
        frame(
            "theme-naming-40x10",
            Stage.office(40, 10).press(EDITOR).press(new Command.Accept(), filter("Mine"))),
        frame(
            "process-120x35",
            Stage.office(120, 35)
                .press(new Command.NextTab(1), new Command.Move(1), new Command.Enter())),
        frame("rolled-up-120x35", rolledUp(120, 35)),
        frame("rolled-up-80x24", rolledUp(80, 24)),
        frame("rolled-up-40x10", rolledUp(40, 10)),
        frame("pinned-80x24", pinned(80, 24)),
        frame("pinned-120x35", pinned(120, 35).press(new Command.Hush(), new Command.Back())),
        frame("waiting-80x24", new Stage(new SampleTraffic().newest(), 80, 24)));
  }

  /** What every size has to show. */
  private static final Map<String, List<Command>> MODES =
      Map.of(
          "flows", List.of(),
          "selected", List.of(new Command.Move(1)),
          "processes", List.of(new Command.NextTab(1), new Command.Move(1)),
          "publishers", List.of(new Command.NextTab(2), new Command.Move(1)),
          "filtered", List.of(new Command.OpenFilter(), filter("https"), new Command.Accept()),
          "paused", List.of(new Command.Pause()),
          "help", List.of(new Command.Help()));

  private record Size(int columns, int rows) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(40, 10),
          new Size(80, 24),
          new Size(120, 35),
          new Size(200, 50),
          new Size(300, 100));

  @TestFactory
  Stream<DynamicTest> every_mode_at_every_size_is_as_recorded_with_its_styles() {
    return SIZES.stream()
        .flatMap(size -> MODES.keySet().stream().sorted().map(mode -> styled(mode, size)));
  }

  private static DynamicTest styled(String mode, Size size) {
    String name = mode + "-" + size.columns() + "x" + size.rows();
    Command[] commands = MODES.get(mode).toArray(Command[]::new);
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Stage stage = Stage.office(size.columns(), size.rows()).press(commands);
          compare(name, stage.text());
          compare(name + "-styles", stage.styles());
        });
  }

  private static Stage rolledUp(int columns, int rows) {
    return Stage.office(columns, rows)
        .press(new Command.NextTab(1), flip(Toggle.ROLL_UP), new Command.Hush());
  }

  private static Stage pinned(int columns, int rows) {
    return Stage.office(columns, rows)
        .press(
            new Command.Select(4),
            new Command.TogglePin(),
            new Command.MoveToLast(),
            new Command.TogglePin());
  }

  private static Command flip(Toggle toggle) {
    return new Command.Flip(toggle);
  }

  private static DynamicTest frame(String name, Stage stage) {
    return DynamicTest.dynamicTest(name, () -> compare(name, stage.text()));
  }

  static void compare(String name, String frame) throws IOException {
    Path file = FRAMES.resolve(name + ".txt");
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.writeString(file, frame, StandardCharsets.UTF_8);
    }
    assertThat(file).as("recorded frame").hasContent(frame);
  }
}
