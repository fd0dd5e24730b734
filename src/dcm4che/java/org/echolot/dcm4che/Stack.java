package org.echolot.dcm4che;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.UID;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.AssociationMonitor;
import org.dcm4che3.net.AssociationStateException;
import org.dcm4che3.net.Commands;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.FutureDimseRSP;
import org.dcm4che3.net.IncompatibleConnectionException;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.RequestorAssociation;
import org.jspecify.annotations.Nullable;

/** dcm4che's side of one association. Its calls block; other threads may call {@link #abort}. */
final class Stack {

  /** How much later than ours dcm4che's own time-outs pass, which it takes for aborts. */
  static final Duration BEHIND = Duration.ofSeconds(2);

  /** How long dcm4che waits to be let to write an A-ABORT. */
  private static final int ABORT_MILLIS = 500;

  /** A connection that is open before dcm4che asks for it. */
  private static final class OpenConnection extends Connection {
    private static final long serialVersionUID = 1L;

    private final transient Socket socket;

    OpenConnection(Socket socket) {
      this.socket = socket;
    }

    @Override
    public Socket connect(Connection remote) {
      return socket;
    }
  }

  private final Device device = new Device("echolot");
  private final Connection connection;
  private final Connection remote = new Connection();
  private volatile @Nullable Association association;
  private @Nullable Association failed;

  /**
   * @param socket connected
   * @param executor makes the thread that reads
   * @param scheduler for dcm4che's own time-outs
   */
  Stack(Socket socket, Executor executor, ScheduledExecutorService scheduler) {
    connection = new OpenConnection(socket);
    connection.setReceivePDULength(RequestorAssociation.MAX_PDU_LENGTH);
    connection.setAbortTimeout(ABORT_MILLIS);
    connection.setSocketCloseDelay(0);
    device.setAssociationMonitor(new Monitor());
    device.addConnection(connection);
    device.setExecutor(executor);
    device.setScheduledExecutor(scheduler);
  }

  /** A step begins. */
  void beginStep(Deadline deadline) {
    int millis = Math.toIntExact(deadline.remaining().plus(BEHIND).toMillis());
    connection.setConnectTimeout(millis);
    connection.setSendTimeout(millis);
    connection.setAcceptTimeout(millis);
    connection.setResponseTimeout(millis);
    connection.setReleaseTimeout(millis);
    connection.setIdleTimeout(millis);
  }

  /** Keeps an association that ended before it was handed over. */
  private final class Monitor implements AssociationMonitor {
    @Override
    public void onAssociationFailed(Association asked, Throwable why) {
      failed = asked;
    }

    @Override
    public void onAssociationEstablished(Association accepted) {}

    @Override
    public void onAssociationRejected(Association refused, AAssociateRJ rejection) {}

    @Override
    public void onAssociationAccepted(Association acceptedByUs) {}
  }

  /** Asks for an association and waits for the answer. */
  Association connect(AAssociateRQ request)
      throws IOException,
          InterruptedException,
          IncompatibleConnectionException,
          GeneralSecurityException {
    ApplicationEntity entity = new ApplicationEntity(request.getCallingAET());
    device.addApplicationEntity(entity);
    entity.addConnection(connection);
    Association asked;
    try {
      asked = entity.connect(connection, remote, request);
    } catch (IOException e) {
      asked = failed;
      if (asked == null || asked.getAAssociateAC() == null) {
        throw e;
      }
      // It was accepted, and ended since: what is asked next shows that.
    }
    association = asked;
    return asked;
  }

  /** Sends a C-ECHO-RQ and waits for its response. */
  Attributes echo(int messageId) throws IOException, InterruptedException {
    Association open = Objects.requireNonNull(association, "not associated");
    FutureDimseRSP response = new FutureDimseRSP(messageId);
    open.invoke(
        open.pcFor(UID.Verification, null),
        Commands.mkCEchoRQ(messageId, UID.Verification),
        null,
        response,
        connection.getSendTimeout(),
        connection.getResponseTimeout());
    response.next();
    return response.getCommand();
  }

  /**
   * Asks for the release and waits until the connection is closed. A peer that asked for it first
   * was confirmed already.
   */
  void release() throws IOException, InterruptedException {
    Association open = Objects.requireNonNull(association, "not associated");
    AssociationStateException tooLate = null;
    try {
      open.release();
    } catch (AssociationStateException e) {
      // The peer was faster. What it said is told by the thread that reads.
      tooLate = e;
    }
    open.waitForSocketClose();
    IOException why = open.getException();
    if (tooLate != null && why != null) {
      throw why;
    }
  }

  /** Sends an A-ABORT, if there is an association or one is asked for, and closes. */
  void abort() {
    for (Association open : device.listOpenAssociations()) {
      open.abort();
    }
  }
}
