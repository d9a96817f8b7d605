package iftoprs.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void work_runs_beside_and_its_thread_is_gone_once_the_result_is_there() {
    CountDownLatch goOn = new CountDownLatch(1);
    Ahead<Thread> ahead =
        Ahead.begin(
            "work",
            () -> {
              goOn.await();
              return Thread.currentThread();
            });
    goOn.countDown();
    Thread worker = ahead.get();
    assertThat(worker).isNotSameAs(Thread.currentThread());
    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void what_the_work_threw_is_thrown_to_whoever_waits() {
    Ahead<String> ahead =
        Ahead.begin(
            "work",
            () -> {
              throw new IllegalArgumentException("broken");
            });
    assertThatThrownBy(ahead::get).hasRootCauseMessage("broken");
  }
}
