package iftoprs.adapters.tui.terminal;

import com.googlecode.lanterna.TerminalSize;
import iftoprs.adapters.tui.grid.ColourMode;
import iftoprs.adapters.tui.grid.DiffWriter;
import iftoprs.adapters.tui.grid.Grid;
import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.adapters.tui.input.InputParser;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A screen's hold on the terminal, from taking it over to giving it back.
 *
 * <p>While it is open, the terminal is raw and shows the alternate screen, and {@code System.out}
 * and {@code System.err} are held back. It is given back once, by whichever comes first: {@link
 * #close}, the end of the process, or an exception that nothing caught; what was held back then
 * appears on standard error. All methods may be called from any thread: one lock covers every byte
 * written.
 */
public final class TerminalSession implements AutoCloseable {

  /** OSC 52 of more is ignored by terminals. */
  private static final int MOST_COPIED = 74_994 / 4 * 3;

  /** How long giving back waits for a write that the terminal does not take. */
  private static final long PATIENCE_MILLIS = 500;

  private static final long ASK_SIZE_MILLIS = 2000;

  private static final int RESERVE = 2 << 20;
  private static final byte[] NOTHING = {};

  private enum State {
    UP,
    STOPPED,
    CLOSED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean sizeAsked = new AtomicBoolean();
  private final AtomicBoolean lost = new AtomicBoolean();
  private final TerminalOptions options;
  private final Consumer<InputEvent> events;
  private final ColourMode colourMode;
  private final DiffWriter diff;
  private final Tty tty;
  private final Stty stty;
  private final FileOutputStream output;
  private final TtyTerminal terminal;
  private final HeldOutput held = new HeldOutput();
  private final Guard guard = Guard.of(System.getenv());
  private final TtyReader reader;
  private final Signals signals;
  private final Thread hook = new Thread(this::close, "terminal-restore");
  private final Thread.UncaughtExceptionHandler previousHandler =
      Thread.getDefaultUncaughtExceptionHandler();
  private final Thread.UncaughtExceptionHandler handler = this::onUncaught;
  private volatile State state = State.UP;

  /** Let go of when the terminal is given back: want of memory may be the reason to end. */
  private volatile byte[] reserve = new byte[RESERVE];

  private TerminalSession(
      TerminalOptions options, Consumer<InputEvent> events, ColourMode colourMode)
      throws IOException {
    this.options = options;
    this.events = events;
    this.colourMode = colourMode;
    diff = new DiffWriter(colourMode);
    tty = Tty.open();
    stty = Stty.makeRaw(tty.redirect());
    Runtime.getRuntime().addShutdownHook(hook);
    output = tty.output();
    terminal = new TtyTerminal(stty::size, new BufferedOutputStream(output));
    InputParser parser = new InputParser(events);
    reader = new TtyReader(tty.input(), parser, () -> state == State.UP, this::onLost);
    signals = Signals.install(this::onSizeChanged, this::suspend, this::onContinued);
  }

  /**
   * Takes the terminal over.
   *
   * @param events receives everything that comes from the terminal, on a thread of this class; must
   *     not block
   */
  public static TerminalSession open(TerminalOptions options, Consumer<InputEvent> events)
      throws TerminalRefusal {
    Map<String, String> environment = System.getenv();
    refuseWithout(environment.get("TERM"));
    ColourMode mode = options.colours().orElseGet(() -> ColourDetection.detect(environment));
    try {
      TerminalSession session = new TerminalSession(options, events, mode);
      session.start();
      return session;
    } catch (IOException absent) {
      throw new TerminalRefusal("no tty", absent);
    }
  }

  /** Columns when last asked; a {@link InputEvent.Resize} tells of a change. */
  public int columns() {
    return stty.size().getColumns();
  }

  /** Rows when last asked. */
  public int rows() {
    return stty.size().getRows();
  }

  /** How many colours are used. */
  public ColourMode colourMode() {
    return colourMode;
  }

  /** Brings the terminal to show this frame, with one write; with none if it does already. */
  public void show(Grid grid) {
    lock.lock();
    try {
      if (state != State.UP) {
        return;
      }
      int length = diff.encode(grid);
      if (length > 0) {
        output.write(diff.bytes(), 0, length);
      }
    } catch (IOException hungUp) {
      onLost();
    } finally {
      lock.unlock();
    }
  }

  /** Has the next frame sent completely, in case something else wrote to the terminal. */
  public void repaint() {
    lock.lock();
    try {
      diff.repaint();
    } finally {
      lock.unlock();
    }
  }

  /** Rings. */
  public void bell() {
    send(
        () -> {
          terminal.bell();
          terminal.flush();
        });
  }

  /**
   * Asks the terminal to put a text into the clipboard of the machine that shows it (OSC 52).
   *
   * @return false when the text is too long to be asked for; whether the terminal obeys is not
   *     known
   */
  public boolean copy(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_COPIED) {
      return false;
    }
    send(() -> terminal.copy(bytes));
    return true;
  }

  /**
   * Gives the terminal back and stops the process group, as Ctrl+Z does elsewhere; after its
   * continuation takes the terminal again and tells of its size. Where nobody could continue it (no
   * shell with job control) the system ignores the stop.
   */
  public void suspend() {
    lock.lock();
    try {
      if (state != State.UP) {
        return;
      }
      state = State.STOPPED;
      giveBack();
      signals.letStop();
      Stty.stopProcessGroup();
      signals.catchStop();
      take();
    } catch (IOException hungUp) {
      onLost();
    } finally {
      lock.unlock();
    }
    tellSize();
  }

  @Override
  public void close() {
    boolean locked = lockForClosing();
    try {
      if (state == State.CLOSED) {
        return;
      }
      boolean up = state == State.UP;
      state = State.CLOSED;
      reserve = NOTHING;
      signals.remove();
      if (up) {
        restore(locked);
      }
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
    forgetHook();
  }

  private static void refuseWithout(String term) throws TerminalRefusal {
    if (term == null || term.isEmpty()) {
      throw new TerminalRefusal("TERM is not set");
    }
    if (term.equals("dumb")) {
      throw new TerminalRefusal("TERM=dumb");
    }
  }

  private void start() throws IOException {
    lock.lock();
    try {
      guard.taken();
      terminal.enter(options);
      held.hold();
    } finally {
      lock.unlock();
    }
    Thread.setDefaultUncaughtExceptionHandler(handler);
    // A daemon, because nothing can end a read of a terminal that sends nothing.
    Thread.ofPlatform().daemon().name("input").start(reader);
    if (!tty.controlling()) {
      Thread.ofPlatform().daemon().name("size").start(this::watchSize);
    }
  }

  private void take() throws IOException {
    guard.taken();
    stty.makeRawAgain();
    held.hold();
    terminal.enter(options);
    diff.repaint();
    state = State.UP;
  }

  private void giveBack() throws IOException {
    terminal.leave(options);
    stty.restore();
    guard.givenBack();
    held.release();
  }

  private void restore(boolean writable) {
    try {
      if (writable) {
        terminal.leave(options);
        terminal.askForAnswer();
        reader.endWithAnswer();
      }
      stty.restore();
      guard.givenBack();
    } catch (IOException hungUp) {
      // The terminal is gone, so there is nothing to give back.
    }
    held.release();
  }

  /** A writer stuck in a hung terminal must not keep the process from ending. */
  private boolean lockForClosing() {
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return lock.tryLock();
    }
  }

  private void forgetHook() {
    if (Thread.getDefaultUncaughtExceptionHandler() == handler) {
      Thread.setDefaultUncaughtExceptionHandler(previousHandler);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // The hook is what called us, or will find nothing to do.
    }
  }

  private void send(Output sending) {
    lock.lock();
    try {
      if (state == State.UP) {
        sending.send();
      }
    } catch (IOException hungUp) {
      onLost();
    } finally {
      lock.unlock();
    }
  }

  private void onUncaught(Thread thread, Throwable failure) {
    close();
    if (previousHandler != null) {
      previousHandler.uncaughtException(thread, failure);
    } else {
      System.err.println("Exception in thread \"" + thread.getName() + "\"");
      failure.printStackTrace(System.err);
    }
    onLost();
  }

  private void onLost() {
    if (lost.compareAndSet(false, true)) {
      events.accept(new InputEvent.TerminalLost());
    }
  }

  /** Asks for the size of a terminal that tells nobody of its changes. */
  private void watchSize() {
    try {
      while (state != State.CLOSED) {
        Thread.sleep(ASK_SIZE_MILLIS);
        if (state == State.UP) {
          onSizeChanged();
        }
      }
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }

  /** Many signals come while a window is dragged; one question that has not begun answers all. */
  private void onSizeChanged() {
    if (!sizeAsked.compareAndSet(false, true)) {
      return;
    }
    try {
      synchronized (sizeAsked) {
        sizeAsked.set(false);
        TerminalSize before = stty.size();
        if (!stty.askSize().equals(before)) {
          tellSize();
        }
      }
    } catch (IOException hungUp) {
      onLost();
    }
  }

  /** After a stop that was not asked for, the shell has made the terminal its own. */
  private void onContinued() {
    if (state != State.UP) {
      return;
    }
    lock.lock();
    try {
      if (state == State.UP) {
        take();
      }
    } catch (IOException hungUp) {
      onLost();
    } finally {
      lock.unlock();
    }
    tellSize();
  }

  private void tellSize() {
    events.accept(new InputEvent.Resize(columns(), rows()));
  }

  @FunctionalInterface
  private interface Output {
    void send() throws IOException;
  }
}
