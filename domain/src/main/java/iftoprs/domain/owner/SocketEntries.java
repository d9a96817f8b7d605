package iftoprs.domain.owner;

/** Entries by key: open addressing, so that a look-up allocates nothing. */
final class SocketEntries {

  private SocketEntry[] places = new SocketEntry[16];
  private int size;

  /** The entry with these values, or the absent one. */
  SocketEntry find(
      long localHigh,
      long localLow,
      long remoteHigh,
      long remoteLow,
      long ends,
      SocketEntry absent) {
    final SocketEntry[] table = places;
    final int mask = table.length - 1;
    int place = (int) SocketKey.hash(localHigh, localLow, remoteHigh, remoteLow, ends) & mask;
    SocketEntry entry = table[place];
    while (entry != null) {
      SocketKey key = entry.key;
      if (key.ends() == ends
          && key.localLow() == localLow
          && key.remoteLow() == remoteLow
          && key.localHigh() == localHigh
          && key.remoteHigh() == remoteHigh) {
        return entry;
      }
      place = place + 1 & mask;
      entry = table[place];
    }
    return absent;
  }

  SocketEntry find(SocketKey key, SocketEntry absent) {
    return find(
        key.localHigh(), key.localLow(), key.remoteHigh(), key.remoteLow(), key.ends(), absent);
  }

  /** Adds an entry whose key is not there. */
  void add(SocketEntry entry) {
    if (size >= places.length / 2) {
      SocketEntry[] old = places;
      places = new SocketEntry[old.length * 2];
      for (SocketEntry moved : old) {
        if (moved != null) {
          place(moved);
        }
      }
    }
    place(entry);
    size++;
  }

  private void place(SocketEntry entry) {
    SocketKey key = entry.key;
    int mask = places.length - 1;
    int place =
        (int)
                SocketKey.hash(
                    key.localHigh(), key.localLow(), key.remoteHigh(), key.remoteLow(), key.ends())
            & mask;
    while (places[place] != null) {
      place = place + 1 & mask;
    }
    places[place] = entry;
  }

  int size() {
    return size;
  }

  /** Number of places, for {@link #at}. */
  int bound() {
    return places.length;
  }

  /** Whether a place is taken. */
  boolean isTaken(int place) {
    return places[place] != null;
  }

  /** The entry at a taken place. */
  SocketEntry at(int place) {
    return places[place];
  }
}
