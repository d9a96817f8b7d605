package iftoprs.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import iftoprs.ports.HostNames;
import iftoprs.ports.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link HostNames} must do with names that are known, unknown, or long in coming. */
public abstract class HostNamesContract {

  /** Much longer than a name takes, so that a loaded machine fails no test. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * The names under test, in a world where exactly these addresses have names.
   *
   * @param world names without a trailing dot, by address
   */
  protected abstract HostNames names(Map<String, String> world);

  /** The names under test, in a world where no question is ever answered. */
  protected abstract HostNames silence();

  @Test
  void a_name_is_known_after_a_while() {
    HostNames names = names(Map.of("192.0.2.1", "one.example"));
    assertThat(await(names, "192.0.2.1")).isEqualTo("one.example");
  }

  @Test
  void ipv6_hosts_have_names_too() {
    HostNames names = names(Map.of("2001:db8::1", "six.example"));
    assertThat(await(names, "2001:db8::1")).isEqualTo("six.example");
  }

  @Test
  void a_known_name_stays_known() {
    HostNames names = names(Map.of("192.0.2.1", "one.example"));
    await(names, "192.0.2.1");
    assertThat(names.nameOf(address("192.0.2.1"))).contains("one.example");
  }

  @Test
  void an_address_without_a_name_stays_empty() {
    HostNames names = names(Map.of("192.0.2.1", "one.example"));
    assertThat(names.nameOf(address("192.0.2.2"))).isEmpty();
    await(names, "192.0.2.1");
    assertThat(names.nameOf(address("192.0.2.2"))).isEmpty();
  }

  @Test
  void asking_never_waits_for_an_answer() {
    HostNames names = silence();
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int i = 0; i < 20_000; i++) {
            assertThat(names.nameOf(IpAddress.ipv4(0xc6120000 + i))).isEmpty();
          }
        });
  }

  @Test
  void any_thread_may_ask() throws Exception {
    HostNames names = names(Map.of("192.0.2.1", "one.example"));
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> questions =
          IntStream.range(0, 8)
              .<Callable<String>>mapToObj(i -> () -> await(names, "192.0.2.1"))
              .toList();
      for (Future<String> answer : threads.invokeAll(questions)) {
        assertThat(answer.get()).isEqualTo("one.example");
      }
    }
  }

  /**
   * Asks until there is a name, as a screen does with every frame.
   *
   * @param names whom to ask
   * @param address in text form
   */
  protected static String await(HostNames names, String address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> name = names.nameOf(address(address));
      if (name.isPresent()) {
        return name.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    throw new AssertionError("no name for " + address + " in " + PATIENCE);
  }

  /** An address from its text. */
  protected static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
