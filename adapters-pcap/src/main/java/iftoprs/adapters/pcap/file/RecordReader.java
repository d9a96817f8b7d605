package iftoprs.adapters.pcap.file;

import iftoprs.adapters.pcap.file.CaptureFile.Next;
import iftoprs.ports.Frame;
import iftoprs.ports.FrameBatch;

/** Goes through the records of one format, moving a frame over the bytes where they lie. */
abstract sealed class RecordReader permits PcapReader, PcapngReader {

  /**
   * Bytes of a record that are delivered; of a longer one the rest is read over. libpcap's
   * MAXIMUM_SNAPLEN, the most that a record of an ordinary link type can hold.
   */
  static final int LONGEST_FRAME = 262_144;

  /** Longest record that is believed: libpcap's limit for D-Bus and USB, the largest one it has. */
  static final int LONGEST_RECORD = 128 << 20;

  final String name;
  final ByteWindow window;
  long records;
  private String note = "";

  RecordReader(String name, ByteWindow window) {
    this.name = name;
    this.window = window;
  }

  /** Points the frame at the next record. */
  abstract Next next(Frame frame);

  /** See {@link CaptureFile#fill}. */
  abstract int fill(FrameBatch batch, int most);

  /** See {@link CaptureFile#firstLinkType}; before the first record is read. */
  abstract int firstLinkType();

  /** One line about what was wrong with the file; empty if nothing. */
  String note() {
    return note;
  }

  /** When the window does not hold the record: wait for the rest, or the file ends here. */
  final Next starvedOrEnd() {
    if (!window.ended()) {
      return Next.STARVED;
    }
    if (!window.failure().isEmpty()) {
      return end(window.failure());
    }
    if (window.insideRecord()) {
      return end("cut short");
    }
    return Next.END;
  }

  /** Ends the file before its time. */
  final Next damaged(String what) {
    return end("damaged (" + what + ")");
  }

  private Next end(String what) {
    note =
        "%s: %s in record %d after %d bytes; figures are up to there"
            .formatted(name, what, records + 1, placeOf(what));
    window.abandon();
    return Next.END;
  }

  private long placeOf(String what) {
    return what.startsWith("damaged") ? window.offset() : window.bytesRead();
  }

  /** Adds a remark to a file that was read to its end all the same. */
  final void remark(String remark) {
    note = name + ": " + remark;
  }

  /** Longest record to believe, from the snap length of the file; 0 means no limit. */
  static int longest(long snapLength) {
    if (snapLength == 0 || snapLength > LONGEST_RECORD) {
      return LONGEST_RECORD;
    }
    return Math.max(LONGEST_FRAME, (int) snapLength);
  }
}
