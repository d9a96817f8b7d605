package iftoprs.adapters.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that only waiting moves, and that remembers how long each wait was. */
final class ManualClock implements LongSupplier, Waiting {

  final List<Long> waits = new ArrayList<>();
  private long now = 5_000;

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public void await(long nanos) {
    waits.add(nanos);
    now += nanos;
  }

  @Override
  public void wake() {}

  void advance(long nanos) {
    now += nanos;
  }
}
