package iftoprs.adapters.pcap.file;

/** A file that cannot be read as a capture at all; the message says why, without its name. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
