package org.echolot.check;

import java.net.InetAddress;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.StopSignal;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.TlsMaterials;

/** The engine on our own upper layer. */
public final class OwnEngine implements EchoEngine {

  static final String NAME = "echolot";

  /**
   * What all checks of one engine share.
   *
   * @param scheduler closes connections on which a write passed its deadline
   * @param stalls the peers that hold their replies back
   * @param materials the files with certificates and keys
   * @param secrets has what users were asked for
   */
  record Tools(
      NameResolver resolver,
      ScheduledExecutorService scheduler,
      CauseTexts texts,
      KnownStalls stalls,
      TlsMaterials materials,
      SecretBook secrets) {}

  private final Tools tools;

  /** An engine that has no secrets. */
  public OwnEngine() {
    this(new SecretBook());
  }

  private OwnEngine(SecretBook secrets) {
    this(new TlsMaterials(secrets), secrets);
  }

  /**
   * An engine that asks the platform for the addresses of names.
   *
   * @param secrets has the passcodes and tokens of user identities
   */
  public OwnEngine(TlsMaterials materials, SecretBook secrets) {
    this(InetAddress::getAllByName, materials, secrets);
  }

  OwnEngine(NameResolver.LookUp lookUp, TlsMaterials materials, SecretBook secrets) {
    this.tools =
        new Tools(
            new NameResolver(lookUp),
            Threads.newScheduler("write deadlines"),
            CauseTexts.load(),
            new KnownStalls(System::nanoTime),
            materials,
            secrets);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    CheckListener shielded = new ShieldedListener(listener);
    shielded.checkStarted(request, Instant.now());
    CheckResult result = new CheckRun(tools, request, shielded, stop).run();
    shielded.checkEnded(result, Instant.now());
    return result;
  }
}
