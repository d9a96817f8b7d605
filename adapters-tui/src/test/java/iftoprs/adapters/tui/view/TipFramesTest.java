package iftoprs.adapters.tui.view;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.domain.flow.Interest;
import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Segment;
import iftoprs.domain.screen.Surroundings;
import iftoprs.domain.screen.Toggle;
import iftoprs.ports.LinkDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every tooltip as recorded, like the frames of {@link FramesTest}. */
class TipFramesTest {

  private record Size(int columns, int rows) {}

  private static final List<Size> SIZES =
      List.of(new Size(40, 10), new Size(80, 24), new Size(120, 35));

  private static final Surroundings KNOWN =
      new Surroundings(
          new Surroundings.About("1.2.3", "2026-03-01", "MIT", "", "Java 25.0.1+8"),
          true,
          Optional.of(
              new LinkDetails(
                  Optional.of(true),
                  OptionalInt.of(1500),
                  OptionalInt.of(1000),
                  Optional.of("Ethernet"))));

  @TestFactory
  Stream<DynamicTest> every_tooltip_at_every_size_is_as_recorded() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Size size : SIZES) {
      for (Segment segment : Segment.values()) {
        String name = "tip-" + segment.name().toLowerCase(Locale.ROOT).replace('_', '-');
        tests.add(frame(name, size, new Command.Explain(segment)));
      }
      tests.add(frame("tip-flow", size, new Command.MoveToFirst(), new Command.ExplainRow()));
      tests.add(frame("tip-flow-below", size, new Command.Select(9), new Command.ExplainRow()));
      tests.add(group("tip-process", size, 1));
      tests.add(group("tip-publisher", size, 2));
      tests.add(
          frame(
              "tip-executable",
              size,
              new Command.Flip(Toggle.ROLL_UP),
              new Command.NextTab(1),
              new Command.MoveToFirst(),
              new Command.ExplainRow()));
      tests.add(frame("tip-list", size, new Command.OpenSegments(), new Command.MoveSegment(1)));
    }
    return tests.stream();
  }

  private static DynamicTest group(String name, Size size, int tab) {
    return frame(
        name,
        size,
        new Command.NextTab(tab),
        new Command.MoveToFirst(),
        new Command.Move(1),
        new Command.ExplainRow());
  }

  private static DynamicTest frame(String name, Size size, Command... commands) {
    String file = name + "-" + size.columns() + "x" + size.rows();
    return DynamicTest.dynamicTest(
        file,
        () -> {
          Stage stage = stage(size).press(commands);
          FramesTest.compare(file, stage.text());
          if (name.equals("tip-flow") || name.equals("tip-theme")) {
            FramesTest.compare(file + "-styles", stage.styles());
          }
          assertThatNothingIsCut(stage);
        });
  }

  /** The office, in which the heaviest flow is looked at for a while. */
  private static Stage stage(Size size) {
    Office office = new Office();
    office.traffic().watch(new Interest(Set.of(Office.heaviest())));
    return new Stage(office.after(60), size.columns(), size.rows())
        .within(new CaptureScope("tcp port 443 or udp", ""))
        .around(KNOWN);
  }

  /** No box is cut: each has all of its corners. */
  private static void assertThatNothingIsCut(Stage stage) {
    String text = stage.text();
    String title = text.lines().filter(line -> line.contains("╭")).toList().getLast();
    assertThat(title.substring(title.lastIndexOf('╭'))).contains("╮");
    assertThat(text).contains("╰").contains("╯");
  }
}
