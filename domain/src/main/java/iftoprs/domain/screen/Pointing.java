package iftoprs.domain.screen;

import java.util.List;
import java.util.Optional;

/**
 * What the mouse asks for: left selects and uses, right explains, middle pins, the wheel moves.
 * What lies over the flows takes the mouse; a tooltip only the cells that it covers.
 */
final class Pointing {

  private Pointing() {}

  /** The commands that a pointer stands for, to be done one after the other. */
  static List<Command> commands(ScreenState state, Command.Pointer pointer) {
    return switch (pointer) {
      case Command.Wheel wheel -> wheel(state, wheel).stream().toList();
      case Command.Press press -> press(state, press);
      case Command.Drag drag -> pull(state, new ThemeEdit.Follow(drag.spot().x()));
      case Command.Release release -> pull(state, new ThemeEdit.LetGo());
      case Command.Hover hover -> List.of();
    };
  }

  /** What a pointer does to the tooltips, before its commands are done. */
  static ScreenState before(ScreenState state, Command.Pointer pointer) {
    return switch (pointer) {
      case Command.Wheel wheel -> wheeled(state, wheel);
      case Command.Press press ->
          press.spot().onTip() ? state : state.withTips(state.tips().hidden().withHover(none()));
      case Command.Drag drag -> state;
      case Command.Release release -> state;
      case Command.Hover hover -> hovered(state, hover);
    };
  }

  /** What a pointer does to the tooltips, after its commands were done. */
  static ScreenState after(ScreenState state, Command.Pointer pointer, Listing list) {
    return pointer instanceof Command.Press press
            && press.button() == Command.Button.RIGHT
            && !press.spot().onTip()
            && state.overlay() instanceof Overlay.None
        ? explained(state, press.spot(), list)
        : state;
  }

  /** Only the tracks of the editor are pulled along. */
  private static List<Command> pull(ScreenState state, ThemeEdit edit) {
    return state.overlay() instanceof Overlay.Editor(ThemeEditor editor)
            && editor.held().isPresent()
        ? List.of(new Command.EditTheme(edit))
        : List.of();
  }

  private static Optional<Hover> none() {
    return Optional.empty();
  }

  private static Optional<Command> wheel(ScreenState state, Command.Wheel wheel) {
    int steps = wheel.steps();
    return switch (state.overlay()) {
      case Overlay.None none ->
          Optional.of(wheel.spot().onTip() ? new Command.TurnTip(steps) : new Command.Move(steps));
      case Overlay.ThemeChooser chooser -> Optional.of(new Command.MoveTheme(steps));
      case Overlay.Help help -> Optional.of(new Command.TurnPage(steps));
      case Overlay.DeviceChooser chooser -> Optional.of(new Command.MoveDevice(steps));
      case Overlay.Alerts alerts -> Optional.of(new Command.ScrollAlerts(steps));
      case Overlay.Segments segments -> Optional.of(new Command.MoveSegment(steps));
      case Overlay.Editor(ThemeEditor editor) ->
          editor.naming().isPresent()
              ? Optional.empty()
              : Optional.of(new Command.EditTheme(turn(wheel.spot().target(), steps)));
      case Overlay.FilterPrompt prompt -> Optional.empty();
    };
  }

  /** Over a track the wheel goes along it, up for more; elsewhere from colour to colour. */
  private static ThemeEdit turn(Target target, int steps) {
    return target instanceof Target.Slider slider
        ? new ThemeEdit.Go(slider.track(), -steps)
        : new ThemeEdit.MoveSlot(steps);
  }

  /** A tooltip of the row under the pointer goes when another row comes there. */
  private static ScreenState wheeled(ScreenState state, Command.Wheel wheel) {
    boolean leaves =
        !wheel.spot().onTip()
            && state.tips().shown().isPresent()
            && state.tips().shown().orElseThrow() instanceof Tip.OfRow row
            && row.opened().isPresent();
    return leaves ? state.withTips(state.tips().hidden()) : state;
  }

  private static List<Command> press(ScreenState state, Command.Press press) {
    Target target = press.spot().target();
    boolean left = press.button() == Command.Button.LEFT;
    if (press.spot().onTip()) {
      return left && target instanceof Target.Action(Command command)
          ? List.of(command)
          : List.of();
    }
    if (!(state.overlay() instanceof Overlay.None)) {
      return left ? over(state.overlay(), press.spot()) : List.of();
    }
    return switch (press.button()) {
      case LEFT -> use(state, target);
      case RIGHT ->
          target instanceof Target.ListRow(int index)
              ? List.of(new Command.Select(index))
              : List.of();
      case MIDDLE ->
          target instanceof Target.ListRow(int index)
              ? List.of(new Command.Select(index), new Command.TogglePin())
              : List.of();
    };
  }

  private static List<Command> use(ScreenState state, Target target) {
    return switch (target) {
      case Target.ListRow row -> List.of(new Command.Select(row.index()));
      case Target.Column column -> List.of(sort(state, column.sort()));
      case Target.Tab tab -> List.of(new Command.ShowTab(tab.view()));
      case Target.Bar bar ->
          List.of(bar.segment().action(state).orElse(new Command.Explain(bar.segment())));
      case Target.Entry entry -> List.of();
      case Target.Slider slider -> List.of();
      case Target.Action(Command command) -> List.of(command);
      case Target.Popup popup -> List.of();
      case Target.Nothing nothing -> List.of();
    };
  }

  /** The order of a column; turned round if it holds already. */
  private static Command sort(ScreenState state, SortBy by) {
    boolean again = state.sort() == by && state.frozen().isEmpty();
    return again ? new Command.Flip(Toggle.REVERSED) : new Command.Sort(by);
  }

  /** A click on an entry picks it, one beside what lies over the flows closes that. */
  private static List<Command> over(Overlay overlay, Spot spot) {
    Target target = spot.target();
    if (target instanceof Target.Action(Command command)) {
      return List.of(command);
    }
    boolean beside = !(target instanceof Target.Entry) && !(target instanceof Target.Popup);
    return switch (overlay) {
      case Overlay.None none -> List.of();
      case Overlay.FilterPrompt prompt -> List.of();
      case Overlay.Help help -> beside ? List.of(new Command.Back()) : List.of();
      case Overlay.DeviceChooser(DeviceChoice choice) -> {
        if (target instanceof Target.Entry(int index)) {
          yield List.of(new Command.MoveDevice(index - choice.cursor()), new Command.Accept());
        }
        yield beside ? List.of(new Command.Back()) : List.of();
      }
      case Overlay.Alerts alerts -> beside ? List.of(new Command.Back()) : List.of();
      case Overlay.ThemeChooser chooser -> {
        if (target instanceof Target.Entry(int index)) {
          yield List.of(new Command.PickTheme(index), new Command.Accept());
        }
        yield beside ? List.of(new Command.Back()) : List.of();
      }
      case Overlay.Editor(ThemeEditor editor) -> edit(editor, spot);
      case Overlay.Segments segments -> {
        if (target instanceof Target.Entry(int index)) {
          yield List.of(new Command.MoveSegment(index - segments.segment().ordinal()));
        }
        yield beside ? List.of(new Command.Back()) : List.of();
      }
    };
  }

  /** A click beside the editor does nothing: what was changed would be lost. */
  private static List<Command> edit(ThemeEditor editor, Spot spot) {
    return switch (spot.target()) {
      case Target.Entry(int index) ->
          List.of(new Command.EditTheme(new ThemeEdit.MoveSlot(index - editor.slot())));
      case Target.Slider slider ->
          List.of(new Command.EditTheme(new ThemeEdit.Slide(slider, spot.x())));
      case Target.Action(Command command) -> List.of(command);
      case Target.ListRow row -> List.of();
      case Target.Column column -> List.of();
      case Target.Tab tab -> List.of();
      case Target.Bar bar -> List.of();
      case Target.Popup popup -> List.of();
      case Target.Nothing nothing -> List.of();
    };
  }

  private static ScreenState explained(ScreenState state, Spot spot, Listing list) {
    return switch (spot.target()) {
      case Target.Bar(Segment segment) ->
          state.withTips(state.tips().showing(new Tip.OfSegment(segment, false, 0)));
      case Target.ListRow row -> {
        Optional<Tip.Subject> subject = list.subject(state);
        yield subject.isPresent()
            ? state.withTips(
                state.tips().showing(new Tip.OfRow(subject.orElseThrow(), Optional.of(spot), 0)))
            : state;
      }
      case Target.Column column -> state;
      case Target.Tab tab -> state;
      case Target.Entry entry -> state;
      case Target.Slider slider -> state;
      case Target.Action action -> state;
      case Target.Popup popup -> state;
      case Target.Nothing nothing -> state;
    };
  }

  private static ScreenState hovered(ScreenState state, Command.Hover hover) {
    Tips tips = leave(state.tips(), hover.spot());
    boolean overBar =
        state.overlay() instanceof Overlay.None && hover.spot().target() instanceof Target.Bar;
    if (!overBar) {
      return with(state, (tips.isHovered() ? tips.hidden() : tips).withHover(none()));
    }
    Segment segment = ((Target.Bar) hover.spot().target()).segment();
    if (tips.hover().map(Hover::segment).filter(segment::equals).isPresent()) {
      return with(state, tips);
    }
    Tips gone = tips.isHovered() ? tips.hidden() : tips;
    return with(state, gone.withHover(Optional.of(Hover.begin(segment, hover.nanos()))));
  }

  private static ScreenState with(ScreenState state, Tips tips) {
    return tips.equals(state.tips()) ? state : state.withTips(tips);
  }

  /** A row's tooltip that the pointer has opened goes when it leaves the row. */
  private static Tips leave(Tips tips, Spot now) {
    boolean stays =
        tips.shown().isEmpty()
            || !(tips.shown().orElseThrow() instanceof Tip.OfRow row)
            || row.opened().isEmpty()
            || row.opened().orElseThrow().isBeside(now)
            || row.opened().orElseThrow().target().equals(now.target());
    return stays ? tips : tips.hidden();
  }

  /** Lets a tooltip come or go when it is time. */
  static ScreenState elapse(ScreenState state, long now) {
    Tips tips = state.tips();
    if (tips.hover().isEmpty() || !tips.hover().orElseThrow().ends(now)) {
      return state;
    }
    Hover hover = tips.hover().orElseThrow();
    boolean comes =
        hover.phase() == Hover.Phase.WAITING
            && tips.shown().isEmpty()
            && state.settings().is(Toggle.HOVER);
    if (comes) {
      Tips shown = tips.showing(new Tip.OfSegment(hover.segment(), true, 0));
      return state.withTips(shown.withHover(Optional.of(hover.shown(now))));
    }
    Tips gone = tips.isHovered() ? tips.hidden() : tips;
    return state.withTips(gone.withHover(Optional.of(hover.over())));
  }

  /** Takes a tooltip away whose reason is gone, and lets that of a key follow the selection. */
  static ScreenState tidied(ScreenState state, Listing list) {
    Tips tips = state.tips();
    if (tips.shown().isEmpty()) {
      return state;
    }
    boolean covered = !(state.overlay() instanceof Overlay.None);
    boolean unwanted = tips.isHovered() && !state.settings().is(Toggle.HOVER);
    if (covered || unwanted) {
      return state.withTips(tips.hidden());
    }
    if (!(tips.shown().orElseThrow() instanceof Tip.OfRow tip)) {
      return state;
    }
    Optional<Tip.Subject> selected = list.subject(state);
    if (selected.equals(Optional.of(tip.subject()))) {
      return state;
    }
    return selected.isEmpty() || tip.opened().isPresent()
        ? state.withTips(tips.hidden())
        : state.withTips(
            tips.showing(new Tip.OfRow(selected.orElseThrow(), Optional.empty(), tip.page())));
  }
}
