package iftoprs.ports;

/** Receives frames in capture order, on the thread that polls. */
@FunctionalInterface
public interface FrameHandler {

  /**
   * Takes one frame.
   *
   * @param frame reused by the source: valid only during the call
   */
  void onFrame(Frame frame);

  /**
   * Takes several frames, as if each came alone.
   *
   * @param frames reused by the source: valid only during the call
   */
  default void onFrames(FrameBatch frames) {
    for (int row = 0; row < frames.end(); row += FrameBatch.STRIDE) {
      onFrame(frames.at(row));
    }
  }
}
