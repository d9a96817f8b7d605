package iftoprs.adapters.dns;

import iftoprs.ports.IpAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Remembers names of addresses, and when to ask for each again.
 *
 * <p>Holds a bounded number of addresses and drops the one that was not asked for longest. A name
 * that has expired is still given while it is asked for again, and while that fails (RFC 8767), so
 * that a server's outage does not turn names back into addresses. Thread-safe.
 */
final class NameCache {

  static final long MIN_TTL_SECONDS = 60;
  static final long MAX_TTL_SECONDS = 86_400;

  /** Wait after the first failure; doubled by each further one up to {@link #MAX_BACK_OFF}. */
  static final long FIRST_BACK_OFF = TimeUnit.SECONDS.toNanos(5);

  static final long MAX_BACK_OFF = TimeUnit.MINUTES.toNanos(5);

  /** An answer that has not come by then is asked for again. */
  static final long ANSWER_LIMIT = TimeUnit.SECONDS.toNanos(60);

  private final int capacity;
  private final LongSupplier nanos;
  private final Map<IpAddress, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  NameCache(int capacity, LongSupplier nanos) {
    this.capacity = capacity;
    this.nanos = nanos;
  }

  private static final class Entry {
    private Optional<String> name = Optional.empty();
    private long nextAsk;
    private int failures;
  }

  /**
   * What is known of an address.
   *
   * @param name its name, if one is known
   * @param due whether the caller must now ask for it, and report what came of it
   */
  record Answer(Optional<String> name, boolean due) {}

  /** Tells what is known; at most one caller at a time is told that the address is due. */
  synchronized Answer ask(IpAddress address) {
    long now = nanos.getAsLong();
    Entry entry = entries.get(address);
    if (entry == null) {
      entry = add(address, now);
    }
    boolean due = entry.nextAsk - now <= 0;
    if (due) {
      entry.nextAsk = now + ANSWER_LIMIT;
    }
    return new Answer(entry.name, due);
  }

  /** Takes the name of an address. */
  synchronized void learn(IpAddress address, String name, long ttlSeconds) {
    settle(address, Optional.of(name), ttlSeconds);
  }

  /** Takes that an address has no name. */
  synchronized void learnNameless(IpAddress address, long ttlSeconds) {
    settle(address, Optional.empty(), ttlSeconds);
  }

  /** Takes that nobody answered: what was known stays, the next question waits. */
  synchronized void fail(IpAddress address) {
    Entry entry = entries.get(address);
    if (entry == null) {
      return;
    }
    long wait = Math.min(MAX_BACK_OFF, FIRST_BACK_OFF << Math.min(entry.failures, 10));
    entry.failures++;
    entry.nextAsk = nanos.getAsLong() + wait;
  }

  /** Takes that nobody was asked: the address is due at once. */
  synchronized void release(IpAddress address) {
    Entry entry = entries.get(address);
    if (entry != null) {
      entry.nextAsk = nanos.getAsLong();
    }
  }

  synchronized int size() {
    return entries.size();
  }

  private void settle(IpAddress address, Optional<String> name, long ttlSeconds) {
    long now = nanos.getAsLong();
    Entry entry = entries.get(address);
    if (entry == null) {
      entry = add(address, now);
    }
    long ttl = Math.clamp(ttlSeconds, MIN_TTL_SECONDS, MAX_TTL_SECONDS);
    entry.name = name;
    entry.failures = 0;
    entry.nextAsk = now + TimeUnit.SECONDS.toNanos(ttl);
  }

  private Entry add(IpAddress address, long now) {
    Entry entry = new Entry();
    entry.nextAsk = now;
    entries.put(address, entry);
    if (entries.size() > capacity) {
      var oldest = entries.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return entry;
  }
}
