package iftoprs.bootstrap;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that begins now, beside what its thread goes on with, and is waited for later.
 *
 * <p>A start is mostly code that runs for the first time; on two cores it takes two thirds of the
 * time. The thread has all that the process was given, so {@link #get} is to be called before
 * privileges are given up: after it there is no such thread.
 *
 * @param <T> what comes of it
 */
final class Ahead<T> {

  private final FutureTask<T> task;
  private final Thread thread;

  private Ahead(String name, Callable<T> work) {
    task = new FutureTask<>(work);
    thread = Thread.ofPlatform().daemon().name(name).start(task);
  }

  /**
   * Begins.
   *
   * @param name of the thread
   * @param work what to do; what it throws comes out of {@link #get}
   */
  static <T> Ahead<T> begin(String name, Callable<T> work) {
    return new Ahead<>(name, work);
  }

  /**
   * Waits for it, and for its thread to be gone.
   *
   * @throws IllegalStateException if the work threw, or the calling thread is interrupted
   */
  T get() {
    try {
      thread.join();
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the work ahead failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
