package iftoprs.adapters.pcap;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Tells how many bytes a thread has allocated. */
final class Allocation {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  static long ofThisThread() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
