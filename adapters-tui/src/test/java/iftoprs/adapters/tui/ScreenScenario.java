package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.adapters.tui.grid.DisplayWidth;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.input.InputEvent.Mouse;
import iftoprs.adapters.tui.input.InputEvent.Mouse.Action;
import iftoprs.adapters.tui.input.InputEvent.Mouse.Button;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.domain.screen.Layout;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.domain.screen.Surroundings.About;
import iftoprs.domain.screen.ThemeEditor;
import iftoprs.domain.screen.Tip;
import iftoprs.ports.LinkDetails;
import iftoprs.ports.Preferences;
import iftoprs.ports.Preferences.Flag;
import iftoprs.ports.Preferences.Many;
import iftoprs.ports.Preferences.Table;
import iftoprs.ports.Preferences.Text;
import iftoprs.ports.Preferences.Value;
import iftoprs.ports.Preferences.Whole;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays a scenario of the screen, one step a line; {@code README.txt} beside the scenarios tells
 * the language. Keys and snapshots go in where those of a terminal and of a capture do.
 */
final class ScreenScenario {

  private static final Surroundings AROUND =
      new Surroundings(
          new About("1.2.3", "2026-03-01", "MIT", "", "Java 25"), true, Optional.empty());

  private final ScenarioTraffic traffic = new ScenarioTraffic();
  private final ScenarioDevices devices = new ScenarioDevices();
  private final Inbox inbox = new Inbox();
  private final Map<String, Value> preferences = new LinkedHashMap<>();
  private final Map<String, Value> themes = new LinkedHashMap<>();
  private final List<Value> pins = new ArrayList<>();
  private final Map<String, Value> saved = new LinkedHashMap<>();
  private final List<String> effects = new ArrayList<>();
  private List<String> frame = List.of();
  private int columns = 120;
  private int rows = 35;
  private UiLoop loop;
  private long clock;
  private int paints;

  void play(List<String> lines) throws InterruptedException {
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number).strip();
      if (!line.isEmpty() && !line.startsWith("# ") && !line.equals("#")) {
        try {
          String[] parts = line.split("\\s+", 2);
          step(parts[0], parts.length > 1 ? parts[1] : "");
        } catch (AssertionError | RuntimeException wrong) {
          String screen = String.join("\n", frame);
          throw new AssertionError(
              "line " + (number + 1) + ": " + line + "\n" + wrong.getMessage() + "\n" + screen,
              wrong);
        }
      }
    }
  }

  private void step(String verb, String rest) throws InterruptedException {
    switch (verb) {
      case "size" -> size(rest);
      case "setting" -> setting(rest);
      case "theme" -> theme(rest.split("\\s+"));
      case "pin" -> pin(rest.split("\\s+"));
      case "alert",
          "name",
          "service",
          "process",
          "package",
          "flow",
          "lost",
          "restarting",
          "ended" ->
          traffic.tell(verb, rest);
      case "office", "tick" -> ticks(verb, rest.isEmpty() ? 1 : Integer.parseInt(rest));
      case "press" -> press(rest.split("\\s+"));
      case "type" -> rest.codePoints().forEach(c -> send(Key.of(c)));
      case "paste" -> send(new InputEvent.Paste(rest.replace("\\n", "\n")));
      case "click", "right", "middle", "wheel", "move", "drag", "release" -> mouse(verb, rest);
      case "wait" -> pass(rest);
      case "link" -> link(rest.split("\\s+"));
      case "hush" -> ask(new Command.Hush());
      case "device" -> devices.tell(rest);
      case "unplugged" -> devices.remove(rest);
      case "surveyed" -> ask(devices.surveyed(rest.equals("opens")));
      case "opened" -> ask(new Command.DeviceOpened(rest));
      case "blink" -> ask(new Command.Blink());
      default -> {
        look();
        expect(verb, rest);
      }
    }
  }

  private void expect(String verb, String rest) {
    switch (verb) {
      case "shows" -> assertThat(String.join("\n", frame)).contains(rest);
      case "hides" -> assertThat(String.join("\n", frame)).doesNotContain(rest);
      case "row" -> {
        String[] parts = rest.split("\\s+", 2);
        Layout layout = Layout.of(loop.state());
        int at = layout.flows().top() + Integer.parseInt(parts[0]) * layout.flowLines();
        assertThat(frame.get(at)).contains(parts[1]);
      }
      case "selected" -> selected(rest);
      case "tip" -> assertThat(tip(loop.state())).isEqualTo(rest);
      case "paints" -> paints(Integer.parseInt(rest));
      case "lit" -> assertThat(loop.state().alarm().isLit()).isEqualTo(rest.equals("yes"));
      case "overlay" -> assertThat(overlay(loop.state().overlay())).isEqualTo(rest);
      case "filter" -> assertThat(loop.state().filter().text()).isEqualTo(rest);
      case "scroll" -> assertThat(loop.state().scroll()).isEqualTo(Integer.parseInt(rest));
      case "saved" -> saved(rest);
      case "effect" -> {
        assertThat(effects.isEmpty() ? "none" : effects.getLast()).isEqualTo(rest);
        effects.clear();
      }
      default -> throw new IllegalArgumentException("no such step: " + verb);
    }
  }

  private void selected(String wanted) {
    List<String> marked =
        frame.stream().filter(line -> line.indexOf('▌') >= 0 && line.contains("=>")).toList();
    if (wanted.equals("none")) {
      assertThat(marked).isEmpty();
    } else {
      assertThat(marked).hasSize(1).first().asString().contains(wanted);
    }
  }

  private static String overlay(Overlay overlay) {
    return switch (overlay) {
      case Overlay.None none -> "none";
      case Overlay.FilterPrompt prompt -> "filter";
      case Overlay.Help help -> "help";
      case Overlay.Alerts alerts -> "alerts";
      case Overlay.DeviceChooser chooser -> "devices";
      case Overlay.ThemeChooser chooser -> "themes";
      case Overlay.Editor(ThemeEditor editor) ->
          editor.naming().map(name -> ("naming " + name.prompt().text()).strip()).orElse("editor");
      case Overlay.Segments segments -> "bar";
    };
  }

  /** What was saved since the last such step, in the order of keys. */
  private void saved(String wanted) {
    List<String> all = new ArrayList<>();
    saved.forEach((key, value) -> all.add(key + "=" + spelling(value)));
    saved.clear();
    all.sort(String::compareTo);
    assertThat(String.join(" ", all)).isEqualTo(wanted.equals("nothing") ? "" : wanted);
  }

  private static String spelling(Value value) {
    return switch (value) {
      case Flag(boolean on) -> Boolean.toString(on);
      case Text(String text) -> text;
      case Whole(long number) -> Long.toString(number);
      case Many(List<Value> values) -> values.stream().map(ScreenScenario::spelling).toList() + "";
      case Table(Map<String, Value> entries) -> {
        List<String> parts = new ArrayList<>();
        entries.forEach((key, entry) -> parts.add(key + ":" + spelling(entry)));
        yield "{" + String.join(",", parts) + "}";
      }
      default -> throw new IllegalArgumentException("no spelling for " + value);
    };
  }

  private void size(String size) {
    String[] parts = size.split("x");
    columns = Integer.parseInt(parts[0]);
    rows = Integer.parseInt(parts[1]);
    if (loop != null) {
      send(new InputEvent.Resize(columns, rows));
    }
  }

  private void setting(String text) {
    String[] parts = text.split("=", 2);
    preferences.put(parts[0], value(parts[1]));
  }

  private static Value value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new Flag(Boolean.parseBoolean(text));
    }
    return text.matches("\\d+") ? new Whole(Long.parseLong(text)) : new Text(text);
  }

  private void theme(String... parts) {
    Map<String, Value> colours = new LinkedHashMap<>();
    for (int number = 1; number <= 6; number++) {
      colours.put("c" + number, value(parts[number]));
    }
    if (parts.length > 7) {
      colours.put("light", value(parts[7]));
    }
    themes.put(parts[0], new Table(colours));
    preferences.put("custom_themes", new Table(themes));
  }

  private void pin(String... parts) {
    Map<String, Value> pin = new LinkedHashMap<>();
    pin.put("src", new Text(parts[0]));
    pin.put("dst", new Text(parts[1]));
    if (parts.length > 2) {
      pin.put("port", value(parts[2]));
      pin.put("protocol", new Text(parts[3].toUpperCase(Locale.ROOT)));
    }
    pins.add(new Table(pin));
    preferences.put("pinned", new Many(pins));
  }

  private void ticks(String verb, int seconds) {
    for (int i = 0; i < seconds; i++) {
      inbox.show(verb.equals("office") ? traffic.officeTick() : traffic.tick());
      turn();
    }
  }

  private void press(String... names) {
    for (String name : names) {
      send(ScenarioKeys.key(name));
    }
  }

  private void mouse(String verb, String rest) {
    String[] parts = rest.split("\\s+", 2);
    switch (verb) {
      case "click" -> mouse(Action.PRESS, Button.LEFT, rest);
      case "right" -> mouse(Action.PRESS, Button.RIGHT, rest);
      case "middle" -> mouse(Action.PRESS, Button.MIDDLE, rest);
      case "move" -> mouse(Action.MOVE, Button.NONE, rest);
      case "drag" -> mouse(Action.DRAG, Button.LEFT, rest);
      case "release" -> mouse(Action.RELEASE, Button.LEFT, rest);
      case "wheel" -> {
        Action action = parts[0].equals("up") ? Action.WHEEL_UP : Action.WHEEL_DOWN;
        mouse(action, Button.NONE, parts.length > 1 ? parts[1] : "5 5");
      }
      default -> throw new IllegalArgumentException(verb);
    }
  }

  /** At a column and a row, or at the first place where a text stands. */
  private void mouse(Action action, Button button, String where) {
    if (!where.matches("\\d+ \\d+")) {
      look();
      for (int y = 0; y < frame.size(); y++) {
        int at = frame.get(y).indexOf(where);
        if (at >= 0) {
          int x = DisplayWidth.of(frame.get(y).substring(0, at));
          send(new Mouse(action, button, x, y, false, false, false));
          return;
        }
      }
      throw new AssertionError("nowhere on the screen: " + where);
    }
    String[] parts = where.split(" ");
    int x = Integer.parseInt(parts[0]);
    int y = Integer.parseInt(parts[1]);
    send(new Mouse(action, button, x, y, false, false, false));
  }

  /** So many seconds of the pointer's clock. */
  private void pass(String seconds) {
    clock += Math.round(Double.parseDouble(seconds) * 1e9);
    look();
  }

  private void link(String... parts) {
    ask(
        new Command.LinkIs(
            new LinkDetails(
                Optional.of(parts[0].equals("up")),
                OptionalInt.of(Integer.parseInt(parts[1])),
                OptionalInt.of(Integer.parseInt(parts[2])),
                Optional.of(parts[3]))));
  }

  private static String tip(ScreenState state) {
    if (state.tips().shown().isEmpty()) {
      return "none";
    }
    return switch (state.tips().shown().orElseThrow()) {
      case Tip.OfRow row -> row.subject() instanceof Tip.Flow ? "flow" : "group";
      case Tip.OfSegment about -> about.segment().title();
    };
  }

  /** How many frames were painted since the last such step. */
  private void paints(int wanted) {
    int painted = paints;
    paints = 0;
    assertThat(painted).isEqualTo(wanted);
  }

  private void send(InputEvent event) {
    inbox.input(event);
    turn();
  }

  private void ask(Command command) {
    inbox.ask(command);
    turn();
  }

  /** Lets the loop paint what it has become. */
  private void look() {
    send(new InputEvent.Focus(true));
  }

  private void turn() {
    if (loop == null) {
      Settings settings = Settings.of(new Preferences(preferences));
      loop =
          new UiLoop(
              inbox,
              ScreenState.initial(settings, Themes.names(), columns, rows).within(AROUND),
              traffic.first(),
              traffic.lookUps(),
              ZoneOffset.UTC,
              this::take,
              this::keep,
              () -> clock);
    }
    try {
      loop.turn();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(Effect effect) {
    switch (effect) {
      case Effect.Quit quit -> effects.add("quit");
      case Effect.Suspend suspend -> effects.add("suspend");
      case Effect.SetRefresh refresh -> effects.add("refresh " + refresh.seconds());
      case Effect.LookUpOwners owners -> effects.add("owners " + (owners.on() ? "on" : "off"));
      case Effect.Watch watch -> traffic.watch(watch.interest());
      case Effect.AskLink ask -> effects.add("ask " + ask.device());
      case Effect.SaveSettings save -> saved.putAll(save.changed().values());
      case Effect.SurveyDevices look -> effects.add("survey" + (look.opens() ? " opens" : ""));
      case Effect.SwitchDevice change -> effects.add("switch " + change.name());
      case Effect.Bell bell -> effects.add("bell");
      case Effect.Copy copy -> effects.add("copy " + copy.text());
      case Effect.Export export -> effects.add("export " + export.form());
    }
  }

  private void keep(Grid grid) {
    paints++;
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < grid.height(); y++) {
      lines.add(grid.rowText(y));
    }
    frame = lines;
  }
}
