package iftoprs.ports;

/** What a packet source is doing right now. */
public sealed interface SourceState {

  /** Frames come as they arrive. */
  record Capturing() implements SourceState {}

  /**
   * The device is away and will be opened again.
   *
   * @param reason why it was lost, in one line
   * @param attempt how many times opening it again was tried, from 0
   * @param nextAttemptNanos source time of the next try
   */
  record Restarting(String reason, int attempt, long nextAttemptNanos) implements SourceState {}

  /**
   * No frame will ever come again.
   *
   * @param note why it ended early, in one line (a file cut in the middle of a record); empty when
   *     it simply ended
   */
  record Ended(String note) implements SourceState {}

  /** Frames come as they arrive. */
  SourceState CAPTURING = new Capturing();

  /** The source ended as expected. */
  SourceState ENDED = new Ended("");
}
