package org.echolot.tls.handshake;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Records what certificates the peer shows and what is to be thought of them, and lets the
 * handshake go on in every case, so that all of it can be seen. Whoever uses this must look at the
 * verdict before anything is sent that is meant for the peer alone. Used by the thread of the
 * handshake.
 */
final class RecordingTrust extends X509ExtendedTrustManager {

  private final Function<List<X509Certificate>, TrustVerdict> judge;
  private List<X509Certificate> chain = List.of();
  private @Nullable TrustVerdict verdict;

  RecordingTrust(Function<List<X509Certificate>, TrustVerdict> judge) {
    this.judge = judge;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  /** Null until the peer showed its certificates. */
  @Nullable TrustVerdict verdict() {
    return verdict;
  }

  private void record(X509Certificate[] shown) {
    chain = List.of(shown);
    verdict = judge.apply(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
    record(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType, Socket socket) {
    record(shown);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] shown, String authType) {
    record(shown);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, SSLEngine engine) {
    record(shown);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType, Socket socket) {
    record(shown);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] shown, String authType) {
    record(shown);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
