package org.echolot.tls.handshake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsClientProtocol;
import org.jspecify.annotations.Nullable;

/**
 * An engine on Bouncy Castle's own protocol, as a client. Its provider for Java's interfaces keeps
 * to what Java has switched off; the protocol beneath does not. What can be set is set before, by
 * the client that is given.
 */
final class LegacyEngine extends SSLEngine {

  private final TlsClient client;
  private final TlsClientProtocol protocol = new TlsClientProtocol();
  private final SSLSession sizes;
  private boolean begun;
  private boolean closing;

  /**
   * @param sizes says how long records may be
   */
  LegacyEngine(TlsClient client, SSLSession sizes) {
    this.client = client;
    this.sizes = sizes;
  }

  /** Does something, and has every fault be one of TLS. */
  private interface Step {
    void take() throws IOException;
  }

  private static void take(Step step) throws SSLException {
    try {
      step.take();
    } catch (IOException | RuntimeException e) {
      throw new SSLException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  @Override
  public void beginHandshake() throws SSLException {
    if (!begun) {
      begun = true;
      take(() -> protocol.connect(client));
    }
  }

  @Override
  public synchronized SSLEngineResult wrap(
      ByteBuffer[] sources, int offset, int length, ByteBuffer target) throws SSLException {
    int consumed = 0;
    if (!protocol.isClosed() && !protocol.isHandshaking()) {
      for (int i = offset; i < offset + length; i++) {
        byte[] bytes = new byte[sources[i].remaining()];
        sources[i].get(bytes);
        consumed += bytes.length;
        take(() -> protocol.writeApplicationData(bytes, 0, bytes.length));
      }
    }
    int produced = move(protocol.getAvailableOutputBytes(), target, protocol::readOutput);
    Status status = protocol.isClosed() && produced == 0 ? Status.CLOSED : Status.OK;
    return new SSLEngineResult(status, getHandshakeStatus(), consumed, produced);
  }

  @Override
  public synchronized SSLEngineResult unwrap(
      ByteBuffer source, ByteBuffer[] targets, int offset, int length) throws SSLException {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    if (bytes.length > 0 && !protocol.isClosed()) {
      take(() -> protocol.offerInput(bytes));
    }
    int produced = move(protocol.getAvailableInputBytes(), targets[offset], protocol::readInput);
    Status status = Status.OK;
    if (produced == 0 && protocol.isClosed()) {
      status = Status.CLOSED;
    } else if (produced == 0 && bytes.length == 0) {
      status = Status.BUFFER_UNDERFLOW;
    }
    return new SSLEngineResult(status, getHandshakeStatus(), bytes.length, produced);
  }

  private static int move(
      int available, ByteBuffer target, BiFunction<ByteBuffer, Integer, Integer> read) {
    int count = Math.min(available, target.remaining());
    return count == 0 ? 0 : read.apply(target, count);
  }

  @Override
  public synchronized HandshakeStatus getHandshakeStatus() {
    if (protocol.getAvailableOutputBytes() > 0) {
      return HandshakeStatus.NEED_WRAP;
    }
    return begun && protocol.isHandshaking() && !protocol.isClosed()
        ? HandshakeStatus.NEED_UNWRAP
        : HandshakeStatus.NOT_HANDSHAKING;
  }

  @Override
  public @Nullable Runnable getDelegatedTask() {
    return null;
  }

  @Override
  public synchronized void closeOutbound() {
    closing = true;
    try {
      protocol.close();
    } catch (IOException _) {
      // It is closed in any case.
    }
  }

  @Override
  public synchronized void closeInbound() throws SSLException {
    take(protocol::closeInput);
  }

  @Override
  public synchronized boolean isOutboundDone() {
    return closing || protocol.isClosed();
  }

  @Override
  public synchronized boolean isInboundDone() {
    return protocol.isClosed();
  }

  @Override
  public SSLSession getSession() {
    return sizes;
  }

  @Override
  public boolean getUseClientMode() {
    return true;
  }

  @Override
  public void setUseClientMode(boolean mode) {
    throw fixed();
  }

  private static UnsupportedOperationException fixed() {
    return new UnsupportedOperationException("the client that was given decides");
  }

  @Override
  public String[] getSupportedCipherSuites() {
    throw fixed();
  }

  @Override
  public String[] getEnabledCipherSuites() {
    throw fixed();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {
    throw fixed();
  }

  @Override
  public String[] getSupportedProtocols() {
    throw fixed();
  }

  @Override
  public String[] getEnabledProtocols() {
    throw fixed();
  }

  @Override
  public void setEnabledProtocols(String[] protocols) {
    throw fixed();
  }

  @Override
  public void setNeedClientAuth(boolean need) {
    throw fixed();
  }

  @Override
  public boolean getNeedClientAuth() {
    return false;
  }

  @Override
  public void setWantClientAuth(boolean want) {
    throw fixed();
  }

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public void setEnableSessionCreation(boolean flag) {
    throw fixed();
  }

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }
}
