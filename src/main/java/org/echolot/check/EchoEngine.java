package org.echolot.check;

import org.echolot.concurrent.StopSignal;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;

/**
 * Runs one check of one peer: the port behind which the DICOM stack is. Implementations are safe
 * for use by many threads at once.
 */
public interface EchoEngine {

  /** A short name to choose it by, for example {@code echolot}. */
  String name();

  /**
   * Checks one peer and returns when all is over, connections closed. It blocks; call it on a
   * thread of the platform, where times matter: a virtual one is woken later. It ends within the
   * time-outs of {@code request}, whatever the peer does, and at once when {@code stop} is given.
   * It does not throw: what goes wrong is in the result.
   *
   * @param listener is told what happens, on another thread, and of all of it when this returns
   */
  CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop);

  /**
   * The same engine with key files and secrets of its own, which one that was found by name lacks.
   *
   * @param materials the files with certificates and keys
   * @param secrets has the passcodes and tokens of user identities
   */
  default EchoEngine equippedWith(TlsMaterials materials, SecretBook secrets) {
    return this;
  }
}
