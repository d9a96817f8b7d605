package iftoprs.adapters.dns;

import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import iftoprs.ports.OwnSockets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/**
 * Names of hosts by reverse look-ups (RFC 1035, 3.5; RFC 3596) over the system's servers.
 *
 * <p>At most 32 questions are under way and 1,024 wait; what comes on top is asked when it is asked
 * for again. At most 10,000 addresses are remembered. Everything but a look into the cache happens
 * on virtual threads, also the start of dnsjava.
 */
public final class DnsjavaHostNames implements HostNames, OwnSockets, AutoCloseable {

  private static final Path HOSTS = Path.of("/etc/hosts");

  static final int MAX_IN_FLIGHT = 32;
  static final int MAX_WAITING = 1_024;
  private static final int MAX_REMEMBERED = 10_000;

  /** Looking again costs no question, and somebody may have added a line meanwhile. */
  private static final long HOSTS_FILE_TTL = NameCache.MIN_TTL_SECONDS;

  /** Longest wait for a resolver, in case that it forgets its own time-outs (seconds). */
  private static final long LONGEST_WAIT = 15;

  private final NameCache cache;
  private final Supplier<HostsFile> hostsFile;
  private final Supplier<Resolver> resolver;
  private final Questions questions;
  private final Deque<IpAddress> waiting = new ArrayDeque<>();
  private int inFlight;
  private boolean closed;
  private volatile boolean enabled;

  DnsjavaHostNames(
      NameCache cache,
      Supplier<HostsFile> hostsFile,
      Supplier<Resolver> resolver,
      Questions questions,
      boolean enabled) {
    this.cache = cache;
    this.hostsFile = hostsFile;
    this.resolver = resolver;
    this.questions = questions;
    this.enabled = enabled;
    questions.allow(enabled);
  }

  /**
   * Names by {@code /etc/hosts} and the servers in {@code /etc/resolv.conf}; reads neither yet.
   *
   * @param enabled whether it answers and asks from the start
   * @return names, to be closed by the caller
   */
  public static DnsjavaHostNames ofSystem(boolean enabled) {
    Questions questions = new Questions();
    return new DnsjavaHostNames(
        new NameCache(MAX_REMEMBERED, System::nanoTime),
        new ReadAnew<>(HOSTS, () -> HostsFile.read(HOSTS)),
        SystemResolver.by(questions),
        questions,
        enabled);
  }

  /** Whether it answers and asks. */
  public boolean enabled() {
    return enabled;
  }

  /**
   * Switches answers and questions on or off. Off, no further question leaves this host, nor does
   * one a second time whose answer is waited for; what is known is kept for when it is on again.
   */
  public synchronized void enabled(boolean on) {
    enabled = on;
    questions.allow(on && !closed);
    if (!on) {
      dropWaiting();
    }
  }

  @Override
  public Optional<String> nameOf(IpAddress address) {
    IpAddress canonical = Reverse.canonical(address);
    if (!enabled || Reverse.of(canonical) == Reverse.NOWHERE) {
      return Optional.empty();
    }
    NameCache.Answer answer = cache.ask(canonical);
    if (answer.due()) {
      submit(canonical);
    }
    return answer.name();
  }

  /** Those of the questions that were asked. */
  @Override
  public List<Connection> takeOpened() {
    return questions.takeOpened();
  }

  /** Asks nothing more. What is under way ends by itself, on threads that hold up no exit. */
  @Override
  public synchronized void close() {
    closed = true;
    enabled = false;
    questions.allow(false);
    dropWaiting();
  }

  private void dropWaiting() {
    waiting.forEach(cache::release);
    waiting.clear();
  }

  private synchronized void submit(IpAddress address) {
    if (closed || !enabled) {
      cache.release(address);
    } else if (inFlight < MAX_IN_FLIGHT) {
      inFlight++;
      Thread.ofVirtual().name("dns").start(() -> work(address));
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(address);
    } else {
      cache.release(address);
    }
  }

  private void work(IpAddress first) {
    Optional<IpAddress> next = Optional.of(first);
    while (next.isPresent()) {
      IpAddress address = next.get();
      try {
        lookUp(address);
      } catch (RuntimeException e) {
        // A library that stumbles over a hostile answer counts as a server that gave none.
        cache.fail(address);
      }
      next = nextWaiting();
    }
  }

  private synchronized Optional<IpAddress> nextWaiting() {
    Optional<IpAddress> next = Optional.ofNullable(waiting.poll());
    if (next.isEmpty()) {
      inFlight--;
    }
    return next;
  }

  private void lookUp(IpAddress address) {
    Optional<String> name = hostsFile.get().nameOf(address);
    if (name.isPresent()) {
      cache.learn(address, name.get(), HOSTS_FILE_TTL);
      return;
    }
    if (Reverse.of(address) == Reverse.AT_HOME) {
      cache.learnNameless(address, HOSTS_FILE_TTL);
      return;
    }
    Resolver servers = resolver.get();
    if (!enabled) {
      cache.release(address);
      return;
    }
    switch (ask(servers, address)) {
      case PointerAnswer.Named named -> cache.learn(address, named.name(), named.ttlSeconds());
      case PointerAnswer.Nameless none -> cache.learnNameless(address, none.ttlSeconds());
      case PointerAnswer.Failed() -> failed(address);
    }
  }

  /** Of an address whose question was cut short nobody can say that there was no answer. */
  private void failed(IpAddress address) {
    if (enabled) {
      cache.fail(address);
    } else {
      cache.release(address);
    }
  }

  /** Asks these servers for the name of an address; blocks until they say or time is up. */
  static PointerAnswer ask(Resolver servers, IpAddress address) {
    Name question = ReverseMap.fromAddress(address.toBytes());
    Message query = Message.newQuery(Record.newRecord(question, Type.PTR, DClass.IN));
    try {
      Message answer =
          servers
              .sendAsync(query, task -> Thread.ofVirtual().name("dns").start(task))
              .toCompletableFuture()
              .get(LONGEST_WAIT, TimeUnit.SECONDS);
      return PointerAnswer.read(question, answer);
    } catch (ExecutionException | TimeoutException e) {
      return new PointerAnswer.Failed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new PointerAnswer.Failed();
    }
  }
}
