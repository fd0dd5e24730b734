package org.echolot.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A reader of what is printed who takes nothing until it goes on. */
final class PausingReader extends OutputStream {

  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CountDownLatch goesOn = new CountDownLatch(1);
  private final CountDownLatch waitedFor = new CountDownLatch(1);

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  void goOn() {
    goesOn.countDown();
  }

  /** Waits until somebody writes. */
  void awaitWriter() throws InterruptedException {
    waitedFor.await();
  }

  String text() {
    synchronized (read) {
      return read.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public void write(int octet) {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    waitedFor.countDown();
    boolean interrupted = false;
    while (goesOn.getCount() > 0) {
      try {
        goesOn.await();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    synchronized (read) {
      read.write(bytes, from, length);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
