package iftoprs.adapters.dns;

import static org.assertj.core.api.Assertions.assertThat;

import iftoprs.ports.IpAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NameCacheTest {

  private static final IpAddress A = IpAddress.ipv4(1);
  private static final IpAddress B = IpAddress.ipv4(2);
  private static final IpAddress C = IpAddress.ipv4(3);

  /** Starts just before the monotonic clock wraps around. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);

  private final NameCache cache = new NameCache(2, clock::get);

  @Test
  void an_unknown_address_is_due_once() {
    assertThat(cache.ask(A).due()).isTrue();
    assertThat(cache.ask(A).due()).isFalse();
  }

  @Test
  void a_learnt_name_is_known_and_not_due() {
    cache.ask(A);
    cache.learn(A, "a", 3_600);
    assertThat(cache.ask(A).name()).contains("a");
    assertThat(cache.ask(A).due()).isFalse();
  }

  @Test
  void an_expired_name_is_due_but_still_given() {
    cache.learn(A, "a", 3_600);
    pass(3_599);
    assertThat(cache.ask(A).due()).isFalse();
    pass(1);
    NameCache.Answer answer = cache.ask(A);
    assertThat(answer.due()).isTrue();
    assertThat(answer.name()).contains("a");
  }

  @Test
  void a_short_time_to_live_is_lengthened() {
    cache.learn(A, "a", 0);
    pass(NameCache.MIN_TTL_SECONDS - 1);
    assertThat(cache.ask(A).due()).isFalse();
    pass(1);
    assertThat(cache.ask(A).due()).isTrue();
  }

  @Test
  void a_long_time_to_live_is_shortened() {
    cache.learn(A, "a", 0x7fffffffL);
    pass(NameCache.MAX_TTL_SECONDS);
    assertThat(cache.ask(A).due()).isTrue();
  }

  @Test
  void failures_wait_longer_each_time_up_to_a_bound() {
    long wait = NameCache.FIRST_BACK_OFF;
    for (int i = 0; i < 70; i++) {
      assertThat(cache.ask(A).due()).isTrue();
      cache.fail(A);
      clock.addAndGet(wait - 1);
      assertThat(cache.ask(A).due()).isFalse();
      clock.addAndGet(1);
      wait = Math.min(NameCache.MAX_BACK_OFF, 2 * wait);
    }
  }

  @Test
  void a_failure_keeps_the_name() {
    cache.learn(A, "a", 60);
    pass(60);
    cache.ask(A);
    cache.fail(A);
    assertThat(cache.ask(A).name()).contains("a");
  }

  @Test
  void an_answer_ends_the_row_of_failures() {
    cache.ask(A);
    cache.fail(A);
    cache.fail(A);
    cache.learnNameless(A, 60);
    pass(60);
    cache.ask(A);
    cache.fail(A);
    clock.addAndGet(NameCache.FIRST_BACK_OFF);
    assertThat(cache.ask(A).due()).isTrue();
  }

  @Test
  void a_name_that_is_gone_is_forgotten() {
    cache.learn(A, "a", 60);
    cache.learnNameless(A, 60);
    assertThat(cache.ask(A).name()).isEmpty();
  }

  @Test
  void an_answer_that_never_comes_is_asked_for_again() {
    cache.ask(A);
    clock.addAndGet(NameCache.ANSWER_LIMIT);
    assertThat(cache.ask(A).due()).isTrue();
  }

  @Test
  void a_released_address_is_due_at_once() {
    cache.ask(A);
    cache.release(A);
    assertThat(cache.ask(A).due()).isTrue();
  }

  @Test
  void the_address_not_asked_for_longest_makes_room() {
    cache.learn(A, "a", 3_600);
    cache.learn(B, "b", 3_600);
    cache.ask(A);
    cache.learn(C, "c", 3_600);
    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.ask(A).name()).contains("a");
    assertThat(cache.ask(C).name()).contains("c");
    assertThat(cache.ask(B).name()).isEmpty();
  }

  private void pass(long seconds) {
    clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
