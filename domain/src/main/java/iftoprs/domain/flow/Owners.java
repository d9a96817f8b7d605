package iftoprs.domain.flow;

import iftoprs.domain.owner.Attribution;
import iftoprs.domain.owner.Attribution.Owned;
import iftoprs.domain.owner.Attribution.Quality;
import iftoprs.domain.owner.OwnerQuestion;
import iftoprs.domain.owner.SocketIndex;
import iftoprs.domain.packet.KeyBits;
import java.util.Arrays;

/**
 * What was decided of the owners of rated flows. One thread.
 *
 * <p>An answer holds until a newer scan; a sure one is not given up for a guess while the flow is
 * rated, so that a socket stays the owner of what it sent when it has been closed; but what goes on
 * for a minute without it is its own no more.
 */
final class Owners {

  /** A frame so much older than the present tells of a clock that was set back. */
  private static final long CLOCK_STEP_NANOS = 1_000_000_000L;

  /** How long a flow may go on behind the last scan that confirmed its owner. */
  private static final long KEPT_NANOS = 60_000_000_000L;

  private static final int TCP = 6;

  /** Connections that are watched until it is sure whose they are; of more the scans decide. */
  private static final int MAX_FRESH = 256;

  /** How often a scan is wished for again when it came before a connection was accepted. */
  private static final int MORE_LOOKS = 2;

  private final FlowTable table;
  private final OwnerQuestion question = new OwnerQuestion();

  private SocketIndex sockets = SocketIndex.EMPTY;
  private Attribution withoutSockets = Attribution.OFFLINE;
  private boolean looksUp;
  private int scan = 1;
  private Attribution[] decided = new Attribution[64];
  // The scan that was asked, by block; 0 for none.
  private int[] asked = new int[64];
  // The newest packet of the flow when what was decided was last confirmed, by block.
  private long[] confirmed = new long[64];
  private long lag;
  private boolean scanWished;

  // New connections of which no scan has told whose they are, with their blocks.
  private final int[] freshIds = new int[MAX_FRESH];
  private final int[] freshBlocks = new int[MAX_FRESH];
  private final int[] freshLooks = new int[MAX_FRESH];
  private int fresh;

  Owners(FlowTable table) {
    this.table = table;
  }

  void sockets(SocketIndex newest) {
    looksUp = true;
    if (sockets != newest) {
      sockets = newest;
      scan++;
      lookAtFresh();
    }
  }

  void without(Attribution attribution) {
    withoutSockets = attribution;
    looksUp = false;
  }

  /** A flow was given a block: nothing is known of its owner yet. */
  void acquired(int id, int block, long now) {
    if (block >= asked.length) {
      decided = Arrays.copyOf(decided, Math.max(block + 1, decided.length * 2));
      asked = Arrays.copyOf(asked, decided.length);
      confirmed = Arrays.copyOf(confirmed, decided.length);
    }
    asked[block] = 0;
    if (looksUp) {
      long behind = now - table.chunk(id)[table.at(id) + FlowRecord.LAST_SEEN];
      lag = behind > CLOCK_STEP_NANOS ? behind : 0;
      if (mayHaveSocket(id)) {
        scanWished = true;
        watch(id, block);
      }
    }
  }

  private void watch(int id, int block) {
    boolean isConnection =
        KeyBits.transport(table.chunk(id)[table.at(id) + FlowRecord.META]) == TCP;
    if (isConnection && fresh < MAX_FRESH) {
      freshIds[fresh] = id;
      freshBlocks[fresh] = block;
      freshLooks[fresh] = MORE_LOOKS;
      fresh++;
    }
  }

  /**
   * The socket of a connection to a server belongs to nobody before it is accepted, and the server
   * may be any of the processes that share the port. So what a scan found is taken at once, before
   * the connection is over, and while it is only a guess another scan is wished for.
   */
  private void lookAtFresh() {
    int kept = 0;
    for (int i = 0; i < fresh; i++) {
      int id = freshIds[i];
      int block = freshBlocks[i];
      long flags = table.chunk(id)[table.at(id) + FlowRecord.FLAGS];
      boolean isRated = FlowRecord.block(flags) == block;
      if (isRated && isUnsure(of(id, block)) && freshLooks[i] > 0) {
        scanWished = true;
        freshIds[kept] = id;
        freshBlocks[kept] = block;
        freshLooks[kept] = freshLooks[i] - 1;
        kept++;
      }
    }
    fresh = kept;
  }

  private static boolean isUnsure(Attribution attribution) {
    return attribution.equals(Attribution.NO_SOCKET)
        || attribution instanceof Owned owned
            && owned.quality() != Quality.EXACT
            && !owned.others().isEmpty();
  }

  private boolean mayHaveSocket(int id) {
    long[] record = table.chunk(id);
    int at = table.at(id);
    long meta = record[at + FlowRecord.META];
    if (meta >>> 32 == 0) {
      return false; // no ports
    }
    boolean localIsB = (record[at + FlowRecord.FLAGS] & FlowRecord.LOCAL_IS_B) != 0;
    return sockets == SocketIndex.EMPTY
        || sockets.isOwn(
            KeyBits.ipv6(meta),
            record[at + (localIsB ? FlowRecord.B_HIGH : FlowRecord.A_HIGH)],
            record[at + (localIsB ? FlowRecord.B_LOW : FlowRecord.A_LOW)]);
  }

  boolean takeScanWish() {
    boolean wished = scanWished;
    scanWished = false;
    return wished;
  }

  Attribution of(int id, int block) {
    if (!looksUp) {
      return withoutSockets;
    }
    if (asked[block] != scan) {
      Attribution now = ask(id);
      long newest = table.chunk(id)[table.at(id) + FlowRecord.LAST_SEEN];
      boolean isFirst = asked[block] == 0;
      boolean isOver = newest - confirmed[block] > KEPT_NANOS;
      if (isFirst || isOver || !isSurer(decided[block], now)) {
        decided[block] = now;
        confirmed[block] = isFirst || !isClosed(now) ? newest : confirmed[block];
      }
      asked[block] = scan;
    }
    return decided[block];
  }

  /** A flow that is not rated has nothing to remember by. */
  Attribution ofIdle(int id) {
    return looksUp ? ask(id) : withoutSockets;
  }

  private static boolean isSurer(Attribution old, Attribution now) {
    return old instanceof Owned before
        && (!(now instanceof Owned after) || before.quality().compareTo(after.quality()) < 0);
  }

  private static boolean isClosed(Attribution attribution) {
    return attribution instanceof Owned owned && owned.quality() == Quality.RECENT;
  }

  private Attribution ask(int id) {
    long[] record = table.chunk(id);
    int at = table.at(id);
    long meta = record[at + FlowRecord.META];
    boolean localIsB = (record[at + FlowRecord.FLAGS] & FlowRecord.LOCAL_IS_B) != 0;
    long aHigh = record[at + FlowRecord.A_HIGH];
    long aLow = record[at + FlowRecord.A_LOW];
    long bHigh = record[at + FlowRecord.B_HIGH];
    long bLow = record[at + FlowRecord.B_LOW];
    int portA = KeyBits.portA(meta);
    int portB = KeyBits.portB(meta);
    question
        .of(KeyBits.ipv6(meta), KeyBits.transport(meta))
        .local(localIsB ? bHigh : aHigh, localIsB ? bLow : aLow, localIsB ? portB : portA)
        .remote(localIsB ? aHigh : bHigh, localIsB ? aLow : bLow, localIsB ? portA : portB)
        .lived(record[at + FlowRecord.FIRST_SEEN] + lag, record[at + FlowRecord.LAST_SEEN] + lag);
    return sockets.ownerOf(question);
  }
}
