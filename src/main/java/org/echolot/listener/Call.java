package org.echolot.listener;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.echolot.check.StageResult;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Pdu;
import org.jspecify.annotations.Nullable;

/**
 * A call of our listener, as far as it has come: what a check is for a peer, seen from the other
 * side. Immutable; no password or token is in it.
 *
 * @param conversationId the number that its lines in the journal carry
 * @param startedAt when the connection was there, with the offset of the local time zone
 * @param from the caller's address, with the port it called from
 * @param at our address that it called
 * @param options how the listener was to behave
 * @param fate what became of it
 * @param request what the caller asked for, with user identities struck out; null: nothing yet
 * @param answer our A-ASSOCIATE-AC, A-ASSOCIATE-RJ or A-ABORT to that; null: none was sent
 * @param tls what the TLS handshake came to, in one line; empty: there was none
 * @param foreign what the caller speaks where that is not DICOM, as in "a web request (HTTP)";
 *     empty: it is not known to be anything else
 * @param echoes how many C-ECHOs were answered
 * @param stages all six, in order, as a check has them
 * @param total from the connection to its end, or to now
 * @param ending how it ended, in a sentence; empty while it goes on
 */
public record Call(
    long conversationId,
    OffsetDateTime startedAt,
    InetSocketAddress from,
    InetSocketAddress at,
    ListenerOptions options,
    Fate fate,
    @Nullable AssociateRq request,
    @Nullable Pdu answer,
    String tls,
    String foreign,
    int echoes,
    List<StageResult> stages,
    Duration total,
    String ending) {

  /** What became of a call. */
  public enum Fate {
    GOING_ON("calling now"),
    ECHOED("echo answered"),
    NO_ECHO("sent no C-ECHO"),
    NO_CONTEXT("no context accepted"),
    REFUSED("refused by us"),
    NOT_DICOM("not DICOM"),
    FAILED("failed");

    private final String label;

    Fate(String label) {
      this.label = label;
    }

    /** A few words for a list. */
    public String label() {
      return label;
    }
  }

  public Call {
    stages = List.copyOf(stages);
  }

  /** Whether the caller got from us what a C-ECHO is for. */
  public boolean isGood() {
    return fate == Fate.ECHOED;
  }

  /** Whether it is over. */
  public boolean isOver() {
    return fate != Fate.GOING_ON;
  }

  /** The calling AE title as it came, in quotes where it is none; empty before it came. */
  public String callingAe() {
    return request == null ? "" : request.callingAe().shown();
  }

  /** The called AE title likewise. */
  public String calledAe() {
    return request == null ? "" : request.calledAe().shown();
  }

  /** What the caller says it is made of; empty where it does not say. */
  public String implementation() {
    return request == null
        ? ""
        : request
            .userInformation()
            .implementationVersionName()
            .or(() -> request.userInformation().implementationClassUid())
            .orElse("");
  }
}
