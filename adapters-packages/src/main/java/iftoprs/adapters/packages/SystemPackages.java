package iftoprs.adapters.packages;

import iftoprs.ports.Executable;
import iftoprs.ports.PackageOwner;
import iftoprs.ports.Publisher;
import iftoprs.ports.Publisher.Basis;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Publishers of executables, learned in the background from the package managers of this system.
 *
 * <p>An answer is remembered as long as the file has the same device, inode and time of change; of
 * 2,048 files, the one that was not asked for longest is dropped first. At most 256 wait; what
 * comes on top is looked up when it is asked for again. One tool runs at a time, at most 5 s.
 */
public final class SystemPackages implements PackageOwner, AutoCloseable {

  static final int MAX_REMEMBERED = 2_048;
  static final int MAX_WAITING = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private record Key(String path, String identity) {}

  private final Supplier<List<PackageTool>> finder;
  private final Executor executor;
  private final Map<Key, Optional<Publisher>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Publisher>> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };
  private final Deque<Key> waiting = new ArrayDeque<>();
  private Optional<List<PackageTool>> tools = Optional.empty();
  private boolean running;
  private boolean closed;

  SystemPackages(Supplier<List<PackageTool>> finder, Executor executor) {
    this.finder = finder;
    this.executor = executor;
  }

  /**
   * The package managers of this system; none is looked for before the first question.
   *
   * @return publishers, to be closed by the caller
   */
  public static SystemPackages ofThisSystem() {
    return new SystemPackages(
        SystemPackages::installed, task -> Thread.ofVirtual().name("packages").start(task));
  }

  private static List<PackageTool> installed() {
    List<PackageTool> tools = new ArrayList<>();
    addIfInstalled(tools, "dpkg", Dpkg::new);
    Rpm.database(Rpm.DATABASES)
        .ifPresent(database -> addIfInstalled(tools, "rpm", rpm -> new Rpm(rpm, database)));
    addIfInstalled(tools, "apk", Apk::new);
    addIfInstalled(tools, "codesign", Codesign::new);
    return List.copyOf(tools);
  }

  private static void addIfInstalled(
      List<PackageTool> tools, String name, Function<Tool, PackageTool> tool) {
    Command.find(name).map(path -> tool.apply(new Command(path, PATIENCE))).ifPresent(tools::add);
  }

  @Override
  public Optional<Publisher> publisherOf(Executable executable) {
    return switch (executable.place()) {
      case UNSEEN -> Optional.of(Publisher.nobody(Basis.UNSEEN));
      case DELETED -> Optional.of(Publisher.nobody(Basis.DELETED));
      case ELSEWHERE -> Optional.of(Publisher.nobody(Basis.CONTAINER));
      case HERE -> remembered(new Key(executable.path(), executable.identity()));
    };
  }

  private synchronized Optional<Publisher> remembered(Key key) {
    Optional<Publisher> answer = known.get(key);
    if (answer != null) {
      return answer;
    }
    if (!closed && waiting.size() < MAX_WAITING) {
      known.put(key, Optional.empty());
      waiting.add(key);
      if (!running) {
        running = true;
        executor.execute(this::work);
      }
    }
    return Optional.empty();
  }

  private void work() {
    Optional<Key> next = next();
    while (next.isPresent()) {
      Publisher publisher = ask(next.get().path());
      synchronized (this) {
        known.put(next.get(), Optional.of(publisher));
      }
      next = next();
    }
  }

  private synchronized Optional<Key> next() {
    Optional<Key> next = closed ? Optional.empty() : Optional.ofNullable(waiting.poll());
    running = next.isPresent();
    return next;
  }

  private Publisher ask(String path) {
    if (tools.isEmpty()) {
      tools = Optional.of(finder.get());
    }
    Basis none = tools.get().isEmpty() ? Basis.UNKNOWN : Basis.UNPACKAGED;
    for (PackageTool tool : tools.get()) {
      try {
        Optional<Publisher> publisher = tool.publisherOf(path);
        if (publisher.isPresent()) {
          return publisher.get();
        }
      } catch (IOException | RuntimeException e) {
        // A tool that stumbles knows nothing; the next one may.
        none = Basis.UNKNOWN;
      }
    }
    return Publisher.nobody(none);
  }

  /** Asks nothing more. */
  @Override
  public synchronized void close() {
    closed = true;
    waiting.clear();
  }
}
