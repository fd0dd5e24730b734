package org.echolot.listener;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.ServiceGuess;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Call} together from what happens. Used by one thread at a time. */
final class CallProgress {

  private final long conversationId;
  private final InetSocketAddress from;
  private final InetSocketAddress at;
  private final ListenerOptions options;

  private @Nullable Instant connectedAt;
  private Instant now = Instant.EPOCH;
  private @Nullable StageResult tls;
  private @Nullable Instant tlsSince;
  private @Nullable AssociateRq request;
  private @Nullable Instant requestedAt;
  private @Nullable Pdu answer;
  private @Nullable Instant answeredAt;
  private int echoes;
  private int echoStatus = DimseStatus.SUCCESS;
  private @Nullable Instant echoedAt;
  private @Nullable Instant releaseAskedAt;
  private @Nullable Instant releasedAt;
  private boolean callerAborted;
  private String foreign = "";
  private String ending = "";

  CallProgress(
      long conversationId, InetSocketAddress from, InetSocketAddress at, ListenerOptions options) {
    this.conversationId = conversationId;
    this.from = from;
    this.at = at;
    this.options = options;
  }

  /**
   * Takes in what happened.
   *
   * @return whether that is worth to be shown at once
   */
  boolean told(CallerEvent event) {
    return switch (event) {
      case CallerEvent.Reached(_, CheckStage stage, Instant when) -> {
        passed(when);
        if (stage == CheckStage.TLS) {
          tlsSince = when;
        }
        yield stage == CheckStage.CONNECT;
      }
      case CallerEvent.Shook shook -> {
        passed(shook.at());
        tls =
            new StageResult(
                CheckStage.TLS,
                shook.ok() ? StageState.OK : StageState.FAILED,
                between(tlsSince, shook.at()),
                shook.words());
        foreign = shook.foreign();
        yield true;
      }
      case CallerEvent.Said said -> {
        passed(said.at());
        yield false;
      }
      case CallerEvent.InAssociation inside -> told(inside.event());
      case CallerEvent.Ended ended -> {
        passed(ended.at());
        ending = ended.text();
        yield true;
      }
    };
  }

  private void passed(Instant when) {
    if (connectedAt == null) {
      connectedAt = when;
    }
    now = when;
  }

  private boolean told(AssociationEvent event) {
    passed(event.at());
    return switch (event) {
      case PduReceived received -> received(received.pdu(), received.at());
      case PduSent sent -> sent(sent.pdu(), sent.at());
      case CommandSent sent -> answered(sent);
      case UnreadableReceived unreadable -> {
        if (request == null) {
          foreign = ServiceGuess.ofCaller(unreadable.bytes()).orElse("");
        }
        yield false;
      }
      default -> false;
    };
  }

  private boolean received(Pdu pdu, Instant when) {
    switch (pdu) {
      case AssociateRq rq when request == null -> {
        request = rq;
        requestedAt = when;
        return true;
      }
      case ReleaseRq _ -> releaseAskedAt = when;
      case Abort _ -> callerAborted = true;
      default -> {
        // What else it sends does not change how it stands.
      }
    }
    return false;
  }

  private boolean sent(Pdu pdu, Instant when) {
    switch (pdu) {
      case AssociateAc _, AssociateRj _, Abort _ when request != null && answer == null -> {
        answer = pdu;
        answeredAt = when;
        return true;
      }
      case ReleaseRp _ -> releasedAt = when;
      default -> {
        // A response is told of as a command.
      }
    }
    return false;
  }

  /** A caller may send very many echoes: the first are shown at once, later ones now and then. */
  private boolean answered(CommandSent sent) {
    try {
      if (sent.commandSet().unsignedShort(CommandSet.COMMAND_FIELD).orElse(-1)
          == CEchoRsp.COMMAND) {
        echoes++;
        echoedAt = sent.at();
        echoStatus = sent.commandSet().unsignedShort(CommandSet.STATUS).orElse(echoStatus);
        return Integer.bitCount(echoes) == 1;
      }
    } catch (MalformedCommandException fault) {
      throw new AssertionError("what we sent can be read", fault);
    }
    return false;
  }

  /** How it stands. */
  Call call() {
    Instant began = connectedAt == null ? now : connectedAt;
    return new Call(
        conversationId,
        began.atZone(ZoneId.systemDefault()).toOffsetDateTime(),
        from,
        at,
        options,
        fate(),
        request,
        answer,
        tls == null ? "" : tls.detail(),
        foreign,
        echoes,
        stages(),
        between(began, now),
        ending);
  }

  private Call.Fate fate() {
    if (ending.isEmpty()) {
      return Call.Fate.GOING_ON;
    }
    if (!foreign.isEmpty()) {
      return Call.Fate.NOT_DICOM;
    }
    return switch (answer) {
      case AssociateRj _, Abort _ -> Call.Fate.REFUSED;
      case AssociateAc ac when !hasContext(ac) -> Call.Fate.NO_CONTEXT;
      case AssociateAc _ when echoes == 0 -> Call.Fate.NO_ECHO;
      case AssociateAc _ when echoStatus != DimseStatus.SUCCESS -> Call.Fate.REFUSED;
      case AssociateAc _ -> Call.Fate.ECHOED;
      case null, default -> Call.Fate.FAILED;
    };
  }

  private static boolean hasContext(AssociateAc ac) {
    return ac.presentationContexts().stream().anyMatch(PresentationContextAc::isAccepted);
  }

  private boolean isAssociated() {
    return answer instanceof AssociateAc;
  }

  private List<StageResult> stages() {
    List<StageResult> stages = new ArrayList<>();
    stages.add(StageResult.skipped(CheckStage.RESOLVE, ""));
    stages.add(
        new StageResult(
            CheckStage.CONNECT,
            StageState.OK,
            Duration.ZERO,
            AddressText.of(from) + " → " + AddressText.of(at)));
    stages.add(tls == null ? StageResult.skipped(CheckStage.TLS, "") : tls);
    stages.add(associate());
    stages.add(echo());
    stages.add(release());
    return stages;
  }

  private StageResult associate() {
    Instant since = connectedAt == null ? now : connectedAt;
    if (tls != null) {
      since = since.plus(tls.duration());
    }
    if (tls != null && tls.state() == StageState.FAILED) {
      return StageResult.skipped(CheckStage.ASSOCIATE, "");
    }
    AssociateRq rq = request;
    if (rq == null || answer == null) {
      return ending.isEmpty()
          ? StageResult.skipped(CheckStage.ASSOCIATE, rq == null ? "" : AnswerWords.who(rq))
          : new StageResult(
              CheckStage.ASSOCIATE,
              StageState.FAILED,
              between(since, now),
              foreign.isEmpty() ? ending : "not DICOM, but " + foreign);
    }
    boolean good = answer instanceof AssociateAc ac && hasContext(ac);
    return new StageResult(
        CheckStage.ASSOCIATE,
        good ? StageState.OK : StageState.FAILED,
        between(since, answeredAt),
        AnswerWords.who(rq)
            + ": "
            + AnswerWords.answer(answer)
            + ", the request came after "
            + ElapsedText.of(between(since, requestedAt)));
  }

  private StageResult echo() {
    if (echoes > 0) {
      return new StageResult(
          CheckStage.ECHO,
          echoStatus == DimseStatus.SUCCESS ? StageState.OK : StageState.FAILED,
          between(answeredAt, echoedAt),
          (echoes == 1 ? "1 echo" : echoes + " echoes")
              + ", answered "
              + DimseStatus.named(echoStatus));
    }
    return StageResult.skipped(
        CheckStage.ECHO, isAssociated() && !ending.isEmpty() ? "none was sent" : "");
  }

  private StageResult release() {
    if (!isAssociated() || ending.isEmpty()) {
      return StageResult.skipped(CheckStage.RELEASE, "");
    }
    if (releasedAt != null) {
      return new StageResult(
          CheckStage.RELEASE, StageState.OK, between(releaseAskedAt, releasedAt), "by the caller");
    }
    Instant last = echoedAt == null ? answeredAt : echoedAt;
    return new StageResult(
        CheckStage.RELEASE,
        callerAborted ? StageState.WARNING : StageState.FAILED,
        between(last, now),
        callerAborted ? "the caller aborted instead" : ending);
  }

  private static Duration between(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null || to.isBefore(from)) {
      return Duration.ZERO;
    }
    return Duration.between(from, to);
  }
}
