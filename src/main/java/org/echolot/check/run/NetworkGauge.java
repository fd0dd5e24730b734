package org.echolot.check.run;

import java.net.Socket;
import java.util.Optional;
import org.echolot.network.TcpInfo;
import org.echolot.network.TcpPath;

/**
 * Says what the system knows of a connection's way. What it takes to ask is made when it is first
 * wanted, which costs about 200 ms of processor time; asking then takes well under 1 ms. Never
 * within what is measured. Safe for use by many threads.
 */
final class NetworkGauge {

  private boolean isMade;
  private Optional<TcpInfo> system = Optional.empty();

  /** Makes what it takes, so that who asks first does not wait for it. */
  void prepare() {
    var _ = system();
  }

  /** Empty where the system does not say. */
  Optional<TcpPath> of(Socket socket) {
    return system().flatMap(info -> info.of(socket));
  }

  private synchronized Optional<TcpInfo> system() {
    if (!isMade) {
      system = TcpInfo.ofThisComputer();
      isMade = true;
    }
    return system;
  }
}
