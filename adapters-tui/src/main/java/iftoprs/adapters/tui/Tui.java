package iftoprs.adapters.tui;

import iftoprs.adapters.tui.clipboard.SystemClipboard;
import iftoprs.adapters.tui.grid.ColourMode;
import iftoprs.adapters.tui.grid.DiffWriter;
import iftoprs.adapters.tui.terminal.TerminalOptions;
import iftoprs.adapters.tui.terminal.TerminalRefusal;
import iftoprs.adapters.tui.terminal.TerminalSession;
import iftoprs.adapters.tui.theme.Themes;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.CaptureScope;
import iftoprs.domain.screen.Command;
import iftoprs.domain.screen.LookUps;
import iftoprs.domain.screen.ScreenState;
import iftoprs.domain.screen.Settings;
import iftoprs.domain.screen.Surroundings;
import iftoprs.ports.CaptureDevice;
import iftoprs.ports.SettingsStore;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The interactive front end.
 *
 * <p>{@link #run} works on the calling thread until the user quits; {@link #show}, {@link #say} and
 * {@link #stop} may be called by any thread, before and while it runs, and never wait.
 */
public final class Tui {

  private final Settings settings;
  private final LookUps known;
  private final SettingsStore store;
  private final Executor background;
  private final ZoneId zone;
  private final CaptureScope scope;
  private final Surroundings around;
  private final Inbox inbox = new Inbox();
  private Optional<ColourMode> colours = Optional.empty();

  /**
   * A screen that is not up yet.
   *
   * @param settings choices to begin with, command line included
   * @param known what is looked up
   * @param store remembers what the user changes
   * @param background runs what could block; let it finish its tasks after {@link #run}
   * @param zone for times of day
   * @param scope what limits the capture, for the bar at the foot
   * @param around what tooltips tell of the world
   */
  public Tui(
      Settings settings,
      LookUps known,
      SettingsStore store,
      Executor background,
      ZoneId zone,
      CaptureScope scope,
      Surroundings around) {
    this.settings = settings;
    this.known = known;
    this.store = store;
    this.background = background;
    this.zone = zone;
    this.scope = scope;
    this.around = around;
  }

  /**
   * Draws a frame that nobody sees. What the first frame needs is linked by that, which takes most
   * of its time: worth a thread of its own while a device is opened. Any thread.
   *
   * @return bytes that the frame would send
   * @throws InterruptedException if the thread is interrupted
   */
  public static int rehearse() throws InterruptedException {
    Inbox inbox = new Inbox();
    inbox.stop();
    DiffWriter diff = new DiffWriter(ColourMode.TRUECOLOUR);
    AtomicInteger bytes = new AtomicInteger();
    new UiLoop(
            inbox,
            ScreenState.initial(Settings.DEFAULT, themes(), 80, 24),
            Snapshot.empty(CaptureDevice.named(""), 1),
            LookUps.NONE,
            ZoneOffset.UTC,
            effect -> {},
            grid -> bytes.addAndGet(diff.encode(grid)),
            System::nanoTime)
        .run();
    return bytes.get();
  }

  /** Names of all palettes, as they are saved. */
  public static List<String> themes() {
    return Themes.names();
  }

  /**
   * Hands over a snapshot; one that was not shown yet is replaced.
   *
   * @param snapshot the newest
   */
  public void show(Snapshot snapshot) {
    inbox.show(snapshot);
  }

  /**
   * Shows a line of news for some seconds.
   *
   * @param message one line
   */
  public void say(String message) {
    inbox.ask(new Command.Say(message));
  }

  /**
   * Takes a display filter as if it had been typed.
   *
   * @param text words with blanks between
   */
  public void match(String text) {
    inbox.ask(new Command.Match(text));
  }

  /** Shows no colours; to be called before {@link #run}. */
  public void withoutColours() {
    colours = Optional.of(ColourMode.NONE);
  }

  /**
   * Says that another device is captured on, which is then remembered.
   *
   * @param device its name
   */
  public void opened(String device) {
    inbox.ask(new Command.DeviceOpened(device));
  }

  /** Ends {@link #run} soon. */
  public void stop() {
    inbox.stop();
  }

  /**
   * Takes the terminal over until the user quits, then gives it back.
   *
   * @param first what to show until the first snapshot comes
   * @param controls the capture behind the screen
   * @param exporter writes what the user exports
   * @param devices what else could be captured on
   * @throws NoTerminalException if there is no terminal to draw on
   * @throws InterruptedException if the thread is interrupted; the terminal is given back
   */
  public void run(Snapshot first, Controls controls, Exporter exporter, DeviceControl devices)
      throws NoTerminalException, InterruptedException {
    TerminalOptions options = new TerminalOptions(true, true, colours, Optional.empty());
    try (TerminalSession session = TerminalSession.open(options, inbox::input)) {
      SystemClipboard clipboard = new SystemClipboard(System.getenv(), session::copy);
      EffectRunner effects =
          new EffectRunner(
              controls,
              store,
              background,
              inbox::ask,
              session::suspend,
              session::bell,
              new ErrandRunner(clipboard, exporter, devices, background, inbox::ask));
      ScreenState state =
          ScreenState.initial(settings, themes(), session.columns(), session.rows())
              .withScope(scope)
              .within(around);
      new UiLoop(inbox, state, first, known, zone, effects::run, session::show, System::nanoTime)
          .run();
    } catch (TerminalRefusal refusal) {
      throw new NoTerminalException(refusal.getMessage(), refusal);
    }
  }
}
