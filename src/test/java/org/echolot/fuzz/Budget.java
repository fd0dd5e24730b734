package org.echolot.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work on an input may cost: time of the processor and memory, by the length of the input.
 * Both are counted for the thread that works, so that a busy machine changes nothing. What is over
 * it at first is measured again: the compiler and the first use of a class cost once.
 */
public final class Budget {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Work on an input. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private static volatile boolean warm = true;

  private final long bytesAtAll;
  private final long bytesPerByte;
  private final long nanosAtAll;
  private final long nanosPerByte;

  private Budget(long bytesAtAll, long bytesPerByte, long nanosAtAll, long nanosPerByte) {
    this.bytesAtAll = bytesAtAll;
    this.bytesPerByte = bytesPerByte;
    this.nanosAtAll = nanosAtAll;
    this.nanosPerByte = nanosPerByte;
  }

  /**
   * A budget for any input.
   *
   * @param kilobytes memory that may be taken whatever the length is
   * @param bytesPerByte memory for each byte of the input
   */
  public static Budget of(int kilobytes, int bytesPerByte) {
    // Instrumented code is about ten times slower than the product.
    return new Budget(kilobytes * 1024L, bytesPerByte, 50_000_000, 50_000);
  }

  /**
   * The same with more memory for the fuzzer, which notes what is compared; the tests without it
   * hold the input to what it costs the product.
   *
   * @param factor of the memory, while the fuzzer runs
   */
  public Budget whileFuzzing(int factor) {
    return Fuzz.isRunning()
        ? new Budget(factor * bytesAtAll, factor * bytesPerByte, nanosAtAll, nanosPerByte)
        : this;
  }

  /** Does work in which no budget counts, so that what is measured later is loaded and compiled. */
  static void warmUp(Work work) throws Exception {
    warm = false;
    try {
      work.run();
    } finally {
      warm = true;
    }
  }

  /**
   * Does the work, and once or twice more if it was over the budget.
   *
   * @throws AssertionError if it was over the budget each time
   */
  public void holds(int length, Work work) throws Exception {
    if (!warm) {
      work.run();
      return;
    }
    String over = "";
    for (int attempt = 0; attempt < 3; attempt++) {
      long id = Thread.currentThread().threadId();
      long bytes = THREADS.getThreadAllocatedBytes(id);
      long nanos = THREADS.getCurrentThreadCpuTime();
      work.run();
      nanos = THREADS.getCurrentThreadCpuTime() - nanos;
      bytes = THREADS.getThreadAllocatedBytes(id) - bytes;
      if (bytes <= bytesAtAll + bytesPerByte * length
          && nanos <= nanosAtAll + nanosPerByte * length) {
        return;
      }
      over = length + " bytes cost " + nanos / 1_000_000 + " ms and " + bytes + " bytes of memory";
    }
    throw new AssertionError(over);
  }
}
