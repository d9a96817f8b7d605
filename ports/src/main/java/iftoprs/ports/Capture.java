package iftoprs.ports;

import java.util.List;

/** Opens packet sources: a live interface, or a capture file. */
public interface Capture {

  /**
   * The devices that can be opened, in the system's order; for a capture file the one device that
   * stands for it.
   *
   * @throws CaptureException if the system refuses the list
   */
  List<CaptureDevice> devices() throws CaptureException;

  /**
   * Opens a source. Everything that can fail for want of privilege, device, filter or file fails
   * here, before any terminal is taken over.
   *
   * @param options what to open and how
   * @return a running source, to be closed by the caller
   * @throws CaptureException with a reason and a message that tells the user what to do
   */
  PacketSource open(CaptureOptions options) throws CaptureException;
}
