package org.echolot.listener;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.echolot.journal.Journal;

/** Answers C-ECHO (PS3.4 Annex A) until it is closed. Safe for use by any thread. */
public final class VerificationScp implements AutoCloseable {

  private VerificationScp() {}

  /**
   * Starts to listen.
   *
   * @param journal where it tells who called, from where, and what became of it
   * @throws IOException if the address can't be bound; the message says which and why
   */
  public static VerificationScp start(ListenerOptions options, Journal journal) throws IOException {
    throw new UnsupportedOperationException();
  }

  public ListenerOptions options() {
    throw new UnsupportedOperationException();
  }

  /** The address with the port that was bound. */
  public InetSocketAddress address() {
    throw new UnsupportedOperationException();
  }

  /** Stops listening and aborts what is open; returns when all is closed, within two seconds. */
  @Override
  public void close() {}
}
