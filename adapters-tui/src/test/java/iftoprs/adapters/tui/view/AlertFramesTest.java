package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Toggle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Frames that have to do with alerts, recorded beside those of {@link FramesTest}. */
class AlertFramesTest {

  private static final Command RING = new Command.Ring("⚠ ALERT: backup.example.org 11.6Mb/s", 7);

  private static Stage office(long threshold, int columns, int rows) {
    return new Stage(new Office(threshold).after(60), columns, rows);
  }

  @TestFactory
  Stream<DynamicTest> frames_are_as_recorded() {
    return Stream.of(new int[] {120, 35}, new int[] {80, 24}, new int[] {40, 10})
        .flatMap(
            size -> {
              String of = "-" + size[0] + "x" + size[1];
              return Stream.of(
                  frame(
                      "alerts" + of,
                      office(400_000, size[0], size[1]).press(new Command.ShowAlerts())),
                  frame(
                      "alerts-none" + of,
                      office(0, size[0], size[1]).press(new Command.ShowAlerts())),
                  frame("alarm" + of, office(400_000, size[0], size[1]).press(RING)));
            });
  }

  private static DynamicTest frame(String name, Stage stage) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          FramesTest.compare(name, stage.text());
          FramesTest.compare(name + "-styles", stage.styles());
        });
  }

  @Test
  void the_border_blinks_and_the_line_of_the_tabs_where_there_is_none() {
    for (List<Command> before :
        List.of(List.<Command>of(), List.<Command>of(new Command.Flip(Toggle.BORDER)))) {
      Stage stage = office(400_000, 80, 24).press(before.toArray(Command[]::new));
      String calm = stage.styles();
      String lit = stage.press(RING, new Command.Hush()).styles();
      String dark = stage.press(new Command.Blink()).styles();
      assertThat(lit).isNotEqualTo(calm);
      assertThat(dark).isEqualTo(stage.press(new Command.Hush()).styles()).isNotEqualTo(lit);
    }
  }
}
