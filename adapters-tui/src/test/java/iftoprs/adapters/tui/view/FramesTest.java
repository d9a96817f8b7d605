package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.SampleTraffic;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Prompt;
import iftoprs.domain.screen.Toggle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole frames as recorded under {@code src/test/resources}. To record them again, run this test
 * with {@code -Dtest.jvm.arguments=-Diftoprs.record=true} and read the difference.
 */
class FramesTest {

  private static final Path FRAMES =
      Path.of(
          System.getProperty("iftoprs.root"),
          "adapters-tui/src/test/resources/iftoprs/adapters/tui/view/frames");

  private static Command filter(String text) {
    return new Command.EditFilter(new Prompt.Insert(text));
  }

  @TestFactory
  Stream<DynamicTest> frames_are_as_recorded() {
    return Stream.of(
        frame("flows-40x10", Stage.office(40, 10)),
        frame("flows-80x24", Stage.office(80, 24)),
        frame("flows-120x35", Stage.office(120, 35)),
        frame("flows-200x50", Stage.office(200, 50)),
        frame("flows-300x100", Stage.office(300, 100)),
        frame("selected-120x35", Stage.office(120, 35).press(new Command.Move(1))),
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
        frame("help-80x24", Stage.office(80, 24).press(new Command.Help())),
        frame("help-120x35", Stage.office(120, 35).press(new Command.Help())),
        frame(
            "themes-80x24",
            Stage.office(80, 24).press(new Command.OpenThemes(), new Command.MoveTheme(25))),
        frame("processes-120x35", Stage.office(120, 35).press(new Command.NextTab(1))),
        frame(
            "processes-80x24",
            Stage.office(80, 24).press(new Command.NextTab(1), new Command.Move(1))),
        frame(
            "processes-40x10",
            Stage.office(40, 10).press(new Command.NextTab(1), new Command.Move(1))),
        frame(
            "process-120x35",
            Stage.office(120, 35)
                .press(new Command.NextTab(1), new Command.Move(1), new Command.Enter())),
        frame("pinned-80x24", pinned(80, 24)),
        frame("pinned-120x35", pinned(120, 35).press(new Command.Hush(), new Command.Back())),
        frame("waiting-80x24", new Stage(new SampleTraffic().newest(), 80, 24)));
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

  private static void compare(String name, String frame) throws IOException {
    Path file = FRAMES.resolve(name + ".txt");
    if (Boolean.getBoolean("iftoprs.record")) {
      Files.writeString(file, frame, StandardCharsets.UTF_8);
    }
    assertThat(file).as("recorded frame").hasContent(frame);
  }
}
