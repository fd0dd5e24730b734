package org.echolot.realpeers;

import java.time.Duration;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsMaterials;

/** Checks a real peer, with our own engine unless another is named. */
final class Caller {

  static final String AE = "ECHOLOT";

  /** Long enough for a busy computer; no test waits for it to pass. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SecretBook secrets = new SecretBook();
  private final EchoEngine engine;

  Caller() {
    this(new OwnEngine());
  }

  /** Calls by an engine that is given the secrets. */
  Caller(EchoEngine bare) {
    engine = bare.equippedWith(new TlsMaterials(secrets), secrets);
  }

  /** What the engine is told of passwords. */
  SecretBook secrets() {
    return secrets;
  }

  /** A check over TLS of a peer that has every AE title. */
  CheckResult check(int port, TlsSettings tls) {
    return check(port, tls, "127.0.0.1", CheckListener.NONE);
  }

  CheckResult check(int port, TlsSettings tls, String host, CheckListener listener) {
    return engine.check(request(port, tls, host), listener, new StopSignal());
  }

  /** The same, stopped as soon as TLS is well: for peers that would not answer in DICOM. */
  CheckResult checkTlsAlone(int port, TlsSettings tls, String host) {
    StopSignal stop = new StopSignal();
    CheckListener stopper =
        event -> {
          if (event instanceof StageStarted started && started.stage() == CheckStage.ASSOCIATE) {
            stop.stop();
          }
        };
    return engine.check(request(port, tls, host), stopper, stop);
  }

  /** A check over TLS whose handshake may take no longer than {@code handshake}. */
  CheckResult check(int port, TlsSettings tls, Duration handshake) {
    Timeouts timeouts = new Timeouts(PATIENCE, handshake, PATIENCE, PATIENCE, PATIENCE);
    return engine.check(
        request(port, tls, "127.0.0.1").withTimeouts(timeouts).withTlsProbe(false),
        CheckListener.NONE,
        new StopSignal());
  }

  private static CheckRequest request(int port, TlsSettings tls, String host) {
    return CheckRequest.of("real peer", new AeTitle("ANY-SCP"), new AeTitle(AE), host, port)
        .withTls(tls)
        .withTimeouts(Timeouts.all(PATIENCE));
  }

  CheckResult check(int port, String calledAe) {
    return check(port, calledAe, AE);
  }

  CheckResult check(int port, String calledAe, String callingAe) {
    return check(port, calledAe, callingAe, PATIENCE);
  }

  CheckResult check(int port, String calledAe, String callingAe, Duration patience) {
    CheckRequest request =
        CheckRequest.of(
                "real peer", new AeTitle(calledAe), new AeTitle(callingAe), "127.0.0.1", port)
            .withTimeouts(Timeouts.all(patience));
    return engine.check(request, CheckListener.NONE, new StopSignal());
  }
}
