package iftoprs.adapters.tui;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyType;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.input.InputEvent.Key;
import iftoprs.adapters.tui.input.InputEvent.Mouse;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.sample.Office;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.Effect;
import iftoprs.domain.screen.Overlay;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.View;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UiLoopTest {

  private final Inbox inbox = new Inbox();
  private final Office office = new Office();
  private final List<Effect> effects = new ArrayList<>();
  private final List<String> frames = new ArrayList<>();
  private final UiLoop loop =
      new UiLoop(
          inbox,
          ScreenState.initial(Settings.DEFAULT, Themes.names(), 120, 35),
          office.traffic().newest(),
          Office.lookUps(),
          ZoneOffset.UTC,
          effects::add,
          this::keep,
          System::nanoTime);

  private void keep(Grid grid) {
    StringBuilder frame = new StringBuilder();
    for (int y = 0; y < grid.height(); y++) {
      frame.append(grid.rowText(y)).append('\n');
    }
    frames.add(frame.toString());
  }

  private void key(int... characters) {
    for (int character : characters) {
      inbox.input(Key.of(character));
    }
  }

  /** Lets the loop deal with all that waits. */
  private void run() throws InterruptedException {
    inbox.stop();
    loop.run();
  }

  @Test
  void the_first_frame_comes_before_anything_happens() throws InterruptedException {
    run();

    assertThat(frames).hasSize(1);
    assertThat(frames.getFirst()).contains("waiting for packets on eth0");
  }

  @Test
  void all_that_waits_is_painted_once() throws InterruptedException {
    inbox.show(office.after(2));
    key('j', 'j', 'B', 't');
    loop.turn();
    run();

    assertThat(frames).hasSize(2);
    assertThat(frames.getLast()).contains("B/s").contains("<=>").contains("16 flows");
  }

  @Test
  void what_is_chosen_is_saved_behind_the_frame_that_shows_it() throws InterruptedException {
    key('B');
    loop.turn();
    assertThat(effects).noneMatch(Effect.SaveSettings.class::isInstance);
    inbox.ask(new Command.Hush());
    loop.turn();
    assertThat(frames).hasSize(2);
    assertThat(effects).filteredOn(Effect.SaveSettings.class::isInstance).hasSize(1);
  }

  @Test
  void what_is_chosen_last_is_saved_before_the_end() throws InterruptedException {
    key('B', 'q');
    loop.run();
    assertThat(effects).filteredOn(Effect.SaveSettings.class::isInstance).isNotEmpty();
  }

  @Test
  void quitting_ends_the_loop() throws InterruptedException {
    key('q', 'j');
    loop.run();

    assertThat(effects).containsExactly(new Effect.Quit());
  }

  @Test
  void only_the_newest_snapshot_is_taken() {
    inbox.show(office.tick());
    inbox.show(office.tick());

    assertThat(inbox.poll()).contains(new Inbox.Tick());
    assertThat(inbox.poll()).isEmpty();
    assertThat(inbox.takeSnapshot()).contains(office.traffic().newest());
  }

  @Test
  void a_paste_goes_into_the_filter_and_nowhere_else() throws InterruptedException {
    inbox.input(new InputEvent.Paste("qqq"));
    key('/');
    inbox.input(new InputEvent.Paste("udp"));
    run();

    assertThat(loop.state().filter().text()).isEqualTo("udp");
  }

  @Test
  void a_click_selects_the_flow_under_the_pointer() throws InterruptedException {
    inbox.show(office.after(2));
    // Rows 4 and 5 belong to the first flow, 6 and 7 to the second.
    inbox.input(press(7));
    run();

    Effect.Watch watch = (Effect.Watch) effects.getFirst();
    assertThat(loop.state().selection()).isPresent();
    assertThat(watch.interest().keys()).containsExactly(loop.state().selection().orElseThrow());
  }

  @Test
  void a_click_below_the_flows_selects_nothing() throws InterruptedException {
    inbox.show(office.after(2));
    inbox.input(press(30));
    inbox.input(press(33));
    run();

    assertThat(loop.state().selection()).isEmpty();
  }

  @Test
  void popups_take_the_mouse() throws InterruptedException {
    inbox.show(office.after(2));
    key('h');
    inbox.input(press(7));
    run();

    assertThat(loop.state().selection()).isEmpty();
  }

  @Test
  void a_click_behind_a_key_means_what_the_key_has_brought() throws InterruptedException {
    inbox.show(office.after(2));
    key('j', 'h');
    inbox.input(press(12, 29));
    loop.turn();

    assertThat(loop.state().overlay()).isInstanceOf(Overlay.Help.class);
    assertThat(loop.state().place().view()).isEqualTo(View.FLOWS);
  }

  @Test
  void the_middle_button_pins_the_flow_under_the_pointer() throws InterruptedException {
    inbox.show(office.after(2));
    inbox.input(new Mouse(Mouse.Action.PRESS, Mouse.Button.MIDDLE, 20, 7, false, false, false));
    loop.turn();
    run();

    assertThat(loop.state().settings().pins().all()).hasSize(1);
    assertThat(frames.getLast()).contains("│★workstation.lan:").contains("Pinned ★");
  }

  @Test
  void a_click_on_a_tab_shows_it() throws InterruptedException {
    inbox.show(office.after(2));
    inbox.input(press(12, 29));
    run();

    assertThat(loop.state().place().view()).isEqualTo(View.PROCESSES);
  }

  @Test
  void tab_and_its_opposite_switch_the_view() throws InterruptedException {
    inbox.input(Key.of(KeyType.Tab));
    loop.turn();
    assertThat(loop.state().place().view()).isEqualTo(View.PROCESSES);
    inbox.input(new Key(KeyType.ReverseTab, 0, false, false, true));
    run();

    assertThat(loop.state().place().view()).isEqualTo(View.FLOWS);
  }

  private static Mouse press(int y) {
    return press(20, y);
  }

  private static Mouse press(int x, int y) {
    return new Mouse(Mouse.Action.PRESS, Mouse.Button.LEFT, x, y, false, false, false);
  }

  @Test
  void a_lost_terminal_ends_the_loop() throws InterruptedException {
    inbox.input(new InputEvent.TerminalLost());
    loop.run();

    assertThat(effects).isEmpty();
  }

  @Test
  void a_new_size_is_painted_at_that_size() throws InterruptedException {
    inbox.input(new InputEvent.Resize(60, 20));
    loop.turn();
    run();

    assertThat(frames.getLast().lines()).hasSize(20).allMatch(line -> line.length() == 60);
  }
}
