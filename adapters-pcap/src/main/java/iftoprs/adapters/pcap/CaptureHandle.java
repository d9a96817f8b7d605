package iftoprs.adapters.pcap;

import iftoprs.ports.CaptureStats;
import iftoprs.ports.Frame;

/**
 * A device opened once. A {@link PcapSource} goes through several of them when its device goes and
 * comes.
 *
 * <p>The polling thread only, except {@link #wake}, which may come at any time, even after {@link
 * #close}.
 */
interface CaptureHandle {

  /** How frames are read, after any fallback. */
  ReadPath readPath();

  /** See {@link FrameReader#next}. */
  int next(Frame frame);

  /** Waits at most so long until there is something to read. */
  Descriptors.Ready await(long nanos);

  /** Ends a wait. */
  void wake();

  /** What libpcap says went wrong last; may be empty. */
  String error();

  /** The counters since this handle was opened, or as they were last if libpcap does not tell. */
  CaptureStats stats();

  /** Frees what is native; once. */
  void close();
}
