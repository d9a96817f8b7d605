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
}
