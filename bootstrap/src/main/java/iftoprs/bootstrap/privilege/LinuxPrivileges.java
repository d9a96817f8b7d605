package iftoprs.bootstrap.privilege;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives privileges up in the steps that Linux allows: ids belong to the process (the C library
 * changes those of all threads), capabilities to each thread, and a change of the user id clears
 * all those that were not marked before.
 *
 * <p>So all threads take three steps together: mark what is kept, change the ids, keep only that.
 */
final class LinuxPrivileges implements Privileges {

  private static final int PATIENCE_SECONDS = 10;

  private final Optional<Account> successor;
  private final Thread preparation;
  private final Phaser steps = new Phaser(1);
  private volatile boolean released;
  private volatile Optional<PrivilegeException> failure = Optional.empty();

  /**
   * Nothing is given up yet.
   *
   * @param successor who the process shall belong to; empty if ids stay
   */
  LinuxPrivileges(Optional<Account> successor) {
    // Now, because between opening a device and reading from it there is no time to lose; beside
    // what else a start has to do, because it takes 30 ms.
    this.preparation = Thread.ofPlatform().daemon().name("privileges").start(SystemCalls::prepare);
    this.successor = successor;
  }

  @Override
  public ThreadFactory threads(String name, Capability... kept) {
    Set<Capability> capabilities = Set.of(kept);
    return task -> {
      boolean waits = !released;
      if (waits) {
        steps.register();
      }
      return Thread.ofPlatform()
          .daemon()
          .name(name)
          .unstarted(() -> begin(task, capabilities, waits));
    };
  }

  private void begin(Runnable task, Set<Capability> kept, boolean waits) {
    try {
      mark(kept);
      if (waits) {
        steps.arriveAndAwaitAdvance();
        steps.arriveAndAwaitAdvance();
      }
      keepOnly(kept);
    } catch (PrivilegeException e) {
      failure = Optional.of(e);
    } finally {
      if (waits) {
        steps.arriveAndDeregister();
      }
    }
    if (failure.isEmpty()) {
      task.run();
    }
  }

  @Override
  public void release(Capability... kept) throws PrivilegeException {
    Set<Capability> capabilities = Set.of(kept);
    try {
      prepare();
      mark(capabilities);
      step();
      if (successor.isPresent()) {
        SystemCalls.become(successor.get());
      }
      step();
      keepOnly(capabilities);
      step();
      released = true;
    } catch (PrivilegeException e) {
      failure = Optional.of(e);
    } finally {
      steps.forceTermination();
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** Waits until the thread is gone that has kept everything. */
  private void prepare() throws PrivilegeException {
    try {
      preparation.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PrivilegeException.refused("a thread", "interrupted");
    }
  }

  private void step() throws PrivilegeException {
    try {
      steps.awaitAdvanceInterruptibly(steps.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw PrivilegeException.refused("a thread", "does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PrivilegeException.refused("a thread", "interrupted");
    }
  }

  private static void mark(Set<Capability> kept) throws PrivilegeException {
    SystemCalls.noNewPrivileges();
    SystemCalls.bound(Capability.bits(kept));
    SystemCalls.keepCapabilities(!kept.isEmpty());
  }

  private static void keepOnly(Set<Capability> kept) throws PrivilegeException {
    SystemCalls.keepCapabilities(false);
    SystemCalls.keepOnly(Capability.bits(kept), Capability.handedOnBits(kept));
  }
}
