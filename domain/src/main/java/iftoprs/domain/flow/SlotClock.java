package iftoprs.domain.flow;

/**
 * The time of a source, cut into slots of one second from the start on.
 *
 * <p>Time never runs back: a late frame counts as now. A clock that steps back by more than {@value
 * #STEP_SECONDS} s is re-based, so that a file whose clock was set back goes on where it was. One
 * thread.
 */
final class SlotClock {

  /** Nanoseconds in a slot. */
  static final long SLOT_NANOS = 1_000_000_000L;

  static final int STEP_SECONDS = 10;

  private static final long STEP_NANOS = STEP_SECONDS * SLOT_NANOS;

  /** Time stands still here: the end of a slot a little later must not overflow. */
  static final long LATEST = Long.MAX_VALUE - 3600 * SLOT_NANOS;

  private boolean started;
  private long start;
  private long now;
  private long offset;
  private long latest = LATEST; // that a frame may say
  private long steps;
  private long closed;
  private long slotEnd;

  void start(long timeNanos) {
    started = true;
    start = Math.min(timeNanos, LATEST);
    now = start;
    slotEnd = start + SLOT_NANOS;
  }

  boolean isStarted() {
    return started;
  }

  /** Takes the time of a frame and returns the present, which may be later. */
  long observe(long timeNanos) {
    long time = Math.min(timeNanos, latest) + offset;
    if (time >= now) {
      now = time;
    } else if (now - time > STEP_NANOS) {
      offset += now - time;
      latest = LATEST - offset;
      steps++;
    }
    return now;
  }

  /**
   * Takes the times of many frames at once, where no order of them would make a difference.
   *
   * @param oldest of all their times
   * @param newest of all their times
   * @return false if nothing was taken: some may lie behind the open slot or before a step, so that
   *     each of them is to be observed
   */
  boolean observeTogether(long oldest, long newest) {
    if (newest > latest) {
      return false;
    }
    long present = Math.max(now, newest + offset);
    if (present >= slotEnd || oldest + offset < present - STEP_NANOS) {
      return false;
    }
    now = present;
    return true;
  }

  long start() {
    return start;
  }

  long now() {
    return now;
  }

  /** Times that a clock stepped back and was re-based. */
  long steps() {
    return steps;
  }

  /** Slots closed so far; also the seconds since the start at the last slot boundary. */
  long closed() {
    return closed;
  }

  /** A number of seconds after the start, in source time; at most the end of all time. */
  long after(long seconds) {
    long room = (Long.MAX_VALUE - Math.max(0, start)) / SLOT_NANOS;
    return seconds > room ? Long.MAX_VALUE : start + seconds * SLOT_NANOS;
  }

  /** When the open slot ends. */
  long slotEnd() {
    return slotEnd;
  }

  void closeSlot() {
    closed++;
    slotEnd += SLOT_NANOS;
    now = Math.max(now, slotEnd - SLOT_NANOS);
  }

  /** Passes over slots in which nothing happens. */
  void skip(long slots) {
    closed += slots;
    slotEnd += slots * SLOT_NANOS;
  }
}
