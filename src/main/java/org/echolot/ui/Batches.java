package org.echolot.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.echolot.concurrent.Awaited;

/**
 * Takes things from any thread and passes them on, in order, in one batch each time its executor
 * gets to run. Between two batches the executor is asked once, however much comes. Memory is
 * bounded: where the receiver is too slow, the oldest are dropped and counted.
 */
public final class Batches<T> implements Consumer<T> {

  /** Takes what has come since the last batch. */
  @FunctionalInterface
  public interface Receiver<T> {

    /**
     * @param batch what came, oldest first; the receiver's own
     * @param dropped how many came before these and were dropped since the last batch
     */
    void receive(List<T> batch, long dropped);
  }

  private final Executor executor;
  private final int capacity;
  private final int most;
  private final Receiver<T> receiver;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private long dropped;
  private final Awaited delivery = new Awaited();

  /**
   * @param executor calls the receiver, for example {@link FxThread#frames}
   * @param capacity the most that wait for the executor
   */
  public Batches(Executor executor, int capacity, Receiver<T> receiver) {
    this(executor, capacity, capacity, receiver);
  }

  /**
   * @param executor calls the receiver, for example {@link FxThread#frames}
   * @param capacity the most that wait for the executor
   * @param most the most in a batch; the rest comes in those that follow
   */
  public Batches(Executor executor, int capacity, int most, Receiver<T> receiver) {
    this.executor = executor;
    this.capacity = capacity;
    this.most = most;
    this.receiver = receiver;
  }

  /** Adds {@code thing} to the next batch; returns at once. */
  @Override
  public void accept(T thing) {
    boolean first;
    synchronized (waiting) {
      if (waiting.size() == capacity) {
        waiting.removeFirst();
        dropped++;
      }
      waiting.addLast(thing);
      first = delivery.begin();
    }
    if (first) {
      executor.execute(this::deliver);
    }
  }

  private void deliver() {
    List<T> batch;
    long lost;
    boolean more;
    synchronized (waiting) {
      batch = new ArrayList<>(Math.min(most, waiting.size()));
      while (!waiting.isEmpty() && batch.size() < most) {
        batch.add(waiting.removeFirst());
      }
      lost = dropped;
      dropped = 0;
      delivery.end();
      more = !waiting.isEmpty() && delivery.begin();
    }
    try {
      if (!batch.isEmpty() || lost > 0) {
        receiver.receive(batch, lost);
      }
    } finally {
      if (more) {
        executor.execute(this::deliver);
      }
    }
  }
}
