package iftoprs.adapters.pcap;

import iftoprs.ports.Frame;

/**
 * Takes frames out of an activated libpcap handle; two ways to call the same function.
 *
 * <p>The polling thread only: a handle that is read while it is closed crashes the process.
 */
sealed interface FrameReader permits ForeignFrameReader, Pcap4jFrameReader {

  /** What {@link #next} returns when no frame is there now. */
  int NOTHING = 0;

  /** What {@link #next} returns with a frame. */
  int FRAME = 1;

  /**
   * Copies the next frame into the reader's own array and points {@code frame} at it.
   *
   * @return {@link #FRAME}, {@link #NOTHING}, or a negative number when the handle failed, as
   *     {@code pcap_next_ex} has it
   */
  int next(Frame frame);

  /** Which way this one is. */
  ReadPath path();
}
