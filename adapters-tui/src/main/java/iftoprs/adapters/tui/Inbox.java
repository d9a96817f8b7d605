package iftoprs.adapters.tui;

import iftoprs.adapters.tui.input.InputEvent;
import iftoprs.domain.flow.Snapshot;
import iftoprs.domain.screen.Command;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What waits for the thread of the screen: input, commands, and the newest snapshot.
 *
 * <p>Filled by any thread, which never waits; emptied by one. Bounded: of snapshots only the newest
 * waits, and input that finds {@value #LIMIT} others waiting is dropped.
 */
final class Inbox {

  private static final int LIMIT = 4096;

  /** Something to deal with. */
  sealed interface Event {}

  /** From the terminal. */
  record Input(InputEvent event) implements Event {}

  /** From elsewhere in the program. */
  record Ask(Command command) implements Event {}

  /** A snapshot waits. */
  record Tick() implements Event {}

  /** Nothing more is wanted. */
  record Stop() implements Event {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Optional<Snapshot>> newest =
      new AtomicReference<>(Optional.empty());

  void input(InputEvent event) {
    if (events.size() < LIMIT) {
      events.add(new Input(event));
    }
  }

  void ask(Command command) {
    events.add(new Ask(command));
  }

  void stop() {
    events.add(new Stop());
  }

  void show(Snapshot snapshot) {
    if (newest.getAndSet(Optional.of(snapshot)).isEmpty()) {
      events.add(new Tick());
    }
  }

  /** The newest snapshot that was not taken yet. */
  Optional<Snapshot> takeSnapshot() {
    return newest.getAndSet(Optional.empty());
  }

  /** What waits, at once. */
  Optional<Event> poll() {
    return Optional.ofNullable(events.poll());
  }

  /** Waits for something, without end. */
  Event take() throws InterruptedException {
    return events.take();
  }

  /** Waits for something, but not longer. */
  Optional<Event> take(long nanos) throws InterruptedException {
    return Optional.ofNullable(events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS));
  }
}
