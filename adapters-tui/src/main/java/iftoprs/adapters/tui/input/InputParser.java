package iftoprs.adapters.tui.input;

import java.util.function.Consumer;

/** Skeleton. */
public final class InputParser {

  private final Consumer<InputEvent> events;

  public InputParser(Consumer<InputEvent> events) {
    this.events = events;
  }

  public void feed(byte[] bytes, int offset, int length, long nowNanos) {
    events.accept(InputEvent.Key.of(bytes[offset]));
  }
}
