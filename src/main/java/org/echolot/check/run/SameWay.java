package org.echolot.check.run;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.echolot.check.Approach;
import org.echolot.concurrent.Deadline;

/**
 * Opens further connections to the peer of a check, by the way that the check itself went: from the
 * same address, through the same proxy, with the same header of the PROXY protocol. All that a
 * check asks beside its stages is asked on one of these: what is meant for a peer and sent to a
 * proxy harms the proxy, and what the proxy answers says nothing of the peer.
 */
final class SameWay {

  private final CheckCourse course;

  /**
   * @param course connected, or it was
   */
  SameWay(CheckCourse course) {
    this.course = course;
  }

  /**
   * Opens one, as far as the peer. It blocks; closing the socket from another thread ends that.
   *
   * @param socket not connected yet
   * @param patience how long the question on it may take; where a proxy has to connect us first,
   *     that has a time of its own, since the peer does not wait meanwhile
   * @return when the question has to be over
   * @throws IOException if it did not open, or a proxy did not connect us
   */
  Deadline open(Socket socket, Duration patience) throws IOException {
    Approach approach = course.request.approach();
    Approach.Proxy proxy = approach.proxy();
    Deadline opening = Deadline.after(proxy == null ? patience : forProxy(patience));
    socket.setTcpNoDelay(true);
    socket.bind(new InetSocketAddress(course.result.localAddress(), 0));
    socket.connect(course.result.remoteAddress(), opening.remainingMillis());
    if (proxy != null) {
      connect(socket, proxy, opening);
    }
    if (approach.proxyHeader() != null) {
      ProxyHeaders.send(approach.proxyHeader(), socket);
    }
    return proxy == null ? opening : Deadline.after(patience);
  }

  private void connect(Socket socket, Approach.Proxy proxy, Deadline deadline) throws IOException {
    try {
      new ProxyTunnel(socket, deadline)
          .open(proxy.kind(), course.request.host(), course.request.port());
    } catch (ProxyTunnel.RefusedException e) {
      throw new IOException("the proxy did not connect us: " + e.getMessage(), e);
    }
  }

  /** At least twice what it took the first time, and never more than a connection may take. */
  private Duration forProxy(Duration patience) {
    Duration twice = course.reachedIn().multipliedBy(2);
    Duration wanted = twice.compareTo(patience) < 0 ? patience : twice;
    Duration most = course.request.timeouts().connect();
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  /** The peer as a TLS engine should know it: by no name of a proxy. */
  InetSocketAddress peer() {
    return course.request.approach().proxy() == null
        ? course.result.remoteAddress()
        : InetSocketAddress.createUnresolved(course.request.host(), course.request.port());
  }
}
