package iftoprs.domain.screen;

import iftoprs.ports.LinkDetails;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Commands by chance, each kind as likely as any other. */
final class Commands {

  private static final List<Function<Random, Command>> KINDS =
      List.of(
          random -> new Command.Move(random.nextInt(-20, 21)),
          random -> new Command.MoveHalfPages(random.nextInt(-3, 4)),
          random -> new Command.MoveToFirst(),
          random -> new Command.MoveToLast(),
          random -> new Command.Select(random.nextInt(30)),
          random -> new Command.NextTab(random.nextInt(-1, 2)),
          random -> new Command.ShowTab(one(random, View.FLOWS, View.PROCESSES, View.PUBLISHERS)),
          random -> new Command.Enter(),
          random -> new Command.TogglePin(),
          random -> new Command.ResetTotals(),
          random -> new Command.Sort(one(random, SortBy.values())),
          random -> new Command.Freeze(),
          random -> new Command.Pause(),
          random -> new Command.Flip(one(random, Toggle.values())),
          random -> new Command.NextBarStyle(),
          random -> new Command.NextLineMode(),
          random -> new Command.NextPlot(),
          random -> new Command.NextRefresh(),
          random -> new Command.OpenFilter(),
          random -> new Command.EditFilter(new Prompt.Insert(one(random, "tcp", "!", " ", "1"))),
          random -> new Command.EditFilter(one(random, Prompt.Stroke.values())),
          random -> new Command.ClearFilter(),
          random -> new Command.Help(),
          random -> new Command.TurnPage(random.nextInt(-2, 3)),
          random -> new Command.OpenThemes(),
          random -> new Command.MoveTheme(random.nextInt(-4, 5)),
          random -> new Command.Accept(),
          random -> new Command.Back(),
          random -> new Command.Resize(random.nextInt(1, 200), random.nextInt(1, 60)),
          random -> new Command.PickTheme(random.nextInt(-1, 40)),
          random -> new Command.ExplainRow(),
          random -> new Command.Explain(one(random, Segment.values())),
          random -> new Command.TurnTip(random.nextInt(-2, 3)),
          random -> new Command.OpenSegments(),
          random -> new Command.MoveSegment(random.nextInt(-2, 3)),
          random -> new Command.Press(one(random, Command.Button.values()), spot(random)),
          random -> new Command.Wheel(random.nextInt(-1, 2), spot(random)),
          random -> new Command.Drag(spot(random)),
          random -> new Command.Release(spot(random)),
          random -> new Command.EditTheme(new ThemeEdit.Open()),
          random -> new Command.EditFilter(new Prompt.PutCaret(random.nextInt(-1, 9))),
          random -> new Command.Hover(spot(random), random.nextLong()),
          random -> new Command.Elapse(random.nextLong()),
          random -> new Command.LinkIs(LinkDetails.UNKNOWN),
          random -> new Command.Say("news"),
          random -> new Command.Hush());

  private Commands() {}

  static Command any(Random random) {
    return KINDS.get(random.nextInt(KINDS.size())).apply(random);
  }

  private static Spot spot(Random random) {
    Target target =
        one(
            random,
            new Target.ListRow(random.nextInt(30)),
            new Target.Column(one(random, SortBy.values())),
            new Target.Tab(one(random, View.FLOWS, View.PROCESSES, View.PUBLISHERS)),
            new Target.Bar(one(random, Segment.values())),
            new Target.Entry(random.nextInt(40)),
            new Target.Slider(one(random, Track.values()), random.nextInt(60), 30),
            new Target.Action(new Command.Accept()),
            Target.POPUP,
            Target.NOTHING);
    return new Spot(random.nextInt(200), random.nextInt(60), target, random.nextInt(5) == 0);
  }

  @SafeVarargs
  private static <T> T one(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
