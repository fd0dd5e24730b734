package org.echolot.check.run;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.echolot.check.diagnosis.Circumstances.Arrival;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.Transport;

/**
 * A transport that counts what comes, whatever it is and whatever becomes of it. As safe as the one
 * beneath; the count may be asked for from any thread.
 */
final class CountedTransport implements Transport {

  private final Transport beneath;
  private final Consumer<Socket> atTheEnd;
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicLong bytes = new AtomicLong();
  private volatile Stamp last = Stamp.now();
  private volatile long bytesBefore;

  /**
   * @param atTheEnd is given the socket once, before it is closed, by whoever closes it
   */
  CountedTransport(Transport beneath, Consumer<Socket> atTheEnd) {
    this.beneath = beneath;
    this.atTheEnd = atTheEnd;
  }

  /** A stage begins, from which on is counted. */
  void beginStage() {
    bytesBefore = bytes.get();
  }

  /** What came since the stage began. */
  Arrival arrival() {
    long count = bytes.get() - bytesBefore;
    Duration before = Stamp.now().since(last);
    return count == 0 || before.isNegative()
        ? new Arrival(count, Duration.ZERO)
        : new Arrival(count, before);
  }

  @Override
  public int read(byte[] into, int from, int length, Deadline deadline) throws IOException {
    int count = beneath.read(into, from, length, deadline);
    if (count > 0) {
      last = beneath.readAt();
      bytes.addAndGet(count);
    }
    return count;
  }

  @Override
  public Socket socket() {
    return beneath.socket();
  }

  @Override
  public boolean showsPieces() {
    return beneath.showsPieces();
  }

  @Override
  public Stamp readAt() {
    return beneath.readAt();
  }

  @Override
  public boolean hasArrived() throws IOException {
    return beneath.hasArrived();
  }

  @Override
  public boolean hasReceived() {
    return beneath.hasReceived();
  }

  @Override
  public boolean hasRoomFor(int count) {
    return beneath.hasRoomFor(count);
  }

  @Override
  public Stamp write(byte[] out) throws IOException {
    return beneath.write(out);
  }

  @Override
  public void reset() {
    end();
    beneath.reset();
  }

  @Override
  public void close() {
    end();
    beneath.close();
  }

  private void end() {
    if (isOver.compareAndSet(false, true)) {
      atTheEnd.accept(beneath.socket());
    }
  }
}
