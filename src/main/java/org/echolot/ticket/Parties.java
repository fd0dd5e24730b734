package org.echolot.ticket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echolot.capture.Recording;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.CheckConditions;
import org.echolot.check.diagnosis.Variant;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.Abort;
import org.echolot.history.Change;
import org.echolot.history.Changes;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of a check, by AE title and address: a ticket is read at the other end, where "our"
 * and "the other side" change their meaning.
 *
 * @param caller for example {@code ECHOLOT (10.1.9.8)}
 * @param called for example {@code FAULTS (10.1.2.3:104)}
 */
record Parties(String caller, String called) {

  /** How a step begins that somebody else has to answer; the others are for who makes the check. */
  static final Pattern ASKS_OTHERS =
      Pattern.compile("Ask the (?:peer's administrator|peer's vendor|network team)\\b");

  private static final String NOBODYS = "nobody's: the check succeeded";

  /** How a step begins that only who makes the check can do. */
  private static final Pattern OWN_STEP =
      Pattern.compile("(?:Call|Check|Choose|Enter|Leave|Run|Set|Try|Turn|Use|Wait)\\b");

  static Parties of(CheckResult result) {
    InetAddress from = from(result);
    InetSocketAddress to = result.peerAddress();
    return new Parties(
        result.request().callingAe() + (from == null ? "" : " (" + AddressText.of(from) + ")"),
        named(
            result,
            to == null || EndsText.isOfSeveral(result)
                ? result.request().address()
                : AddressText.of(to)));
  }

  /** A system that says that it does not have the title is not named by it. */
  private static String named(CheckResult result, String address) {
    return result.cause() == Cause.REJECTED_CALLED_AE
        ? "the system at " + address
        : result.request().calledAe() + " (" + address + ")";
  }

  private static @Nullable InetAddress from(CheckResult result) {
    InetSocketAddress local = result.localAddress();
    if (local != null) {
      return local.getAddress();
    }
    Origin origin = result.observed().origin();
    return origin == null ? null : origin.address();
  }

  /**
   * Whose move it is. Other software at the same place is worth a question though it answers.
   *
   * @param then the last success before; null: none is known
   */
  String moveOf(CheckResult result, @Nullable CheckResult then) {
    boolean isOtherSoftware =
        then != null
            && result.isSuccess()
            && Changes.between(then, result).stream()
                .anyMatch(change -> change.kind() == Change.Kind.IMPLEMENTATION);
    return isOtherSoftware
        ? moveOf(result)
            .replace(
                NOBODYS,
                "nobody's, if the peer's software was changed on purpose; the check succeeded")
        : moveOf(result);
  }

  /** Whose move it is. */
  String moveOf(CheckResult result) {
    Move move = result.move();
    if (result.isSuccess()) {
      return moveOfWarnings(result);
    }
    return move == Move.OURS_OR_PEER ? inTurn(result.advice()) : withFirstStep(result);
  }

  /** That of somebody else, after ours if the first step is for who makes the check. */
  private String withFirstStep(CheckResult result) {
    String party = partyOf(result.move());
    return result.move() != Move.OURS
            && !result.advice().isEmpty()
            && OWN_STEP.matcher(result.advice().getFirst()).lookingAt()
        ? "first the administrator of " + caller + ", then " + party
        : party;
  }

  /** Both, the one first whom the first step is for. */
  private String inTurn(List<String> advice) {
    if (!advice.isEmpty() && advice.getFirst().startsWith("Ask the network team")) {
      return "first the network team, then " + partyOf(Move.OURS_OR_PEER);
    }
    boolean askedFirst = !advice.isEmpty() && ASKS_OTHERS.matcher(advice.getFirst()).lookingAt();
    return askedFirst
        ? "first the administrator of " + called + ", then that of " + caller
        : "first the administrator of " + caller + ", then that of " + called;
  }

  /** Who has to act though the check succeeded, each with the warnings that say why. */
  private String moveOfWarnings(CheckResult result) {
    Map<Move, Set<Warning.Code>> moves = new EnumMap<>(Move.class);
    result.warnings().stream()
        .filter(warning -> warning.move() != Move.NOBODY)
        .forEach(
            warning ->
                moves
                    .computeIfAbsent(warning.move(), _ -> new LinkedHashSet<>())
                    .add(warning.code()));
    if (moves.isEmpty()) {
      return NOBODYS;
    }
    // What was slow once is checked again before somebody is asked.
    boolean isSlowAlone = moves.values().stream().allMatch(Set.of(Warning.Code.SLOW_PEER)::equals);
    return (isSlowAlone
            ? "first the administrator of "
                + caller
                + ", who checks again, then "
                + moves.keySet().stream().map(this::partyOf).collect(Collectors.joining(" and "))
                + forWarnings(Set.of(Warning.Code.SLOW_PEER))
            : moves.entrySet().stream()
                .map(move -> partyOf(move.getKey()) + forWarnings(move.getValue()))
                .collect(Collectors.joining("; ")))
        + "; the check succeeded";
  }

  private static String forWarnings(Set<Warning.Code> codes) {
    return codes.stream()
        .map(Warning.Code::name)
        .collect(
            Collectors.joining(
                ", ", codes.size() == 1 ? ", for the warning " : ", for the warnings ", ""));
  }

  /** Who that is. */
  String partyOf(Move move) {
    return switch (move) {
      case NOBODY -> "nobody";
      case OURS -> "the administrator of " + caller;
      case PEER_ADMINISTRATOR -> "the administrator of " + called;
      case NETWORK -> move.label().toLowerCase(Locale.ROOT);
      case OURS_OR_PEER -> "the administrator of " + caller + " or of " + called;
    };
  }

  /**
   * Who or what ended the check.
   *
   * @param recording tells whether we sent an A-ABORT; empty: nobody recorded
   */
  String endOf(CheckResult result, Recording recording) {
    EndedBy end = result.endedBy();
    boolean isClose = end == EndedBy.PEER_CLOSE;
    if (result.cause() == Cause.PROXY_NO_ANSWER && (isClose || end == EndedBy.PEER_RESET)) {
      return (Variant.PROXY_IS_PEER.key().equals(result.observed().variant())
              ? called
              : "the proxy")
          + (isClose ? ", by closing the connection" : ", by resetting the connection");
    }
    boolean late = result.warning(Warning.Code.RELEASE_TIMEOUT).isPresent();
    return switch (end) {
      case NEVER_BEGAN, OUR_STOP -> end.label();
      case OUR_DEADLINE ->
          caller + ", by its timeout" + (sentAbort(recording) ? "; it then sent an A-ABORT" : "");
      case OUR_RELEASE ->
          late
              ? caller
                  + (sentAbort(recording) ? ", by an A-ABORT" : ", by closing the connection")
                  + ", because the release was not confirmed in time"
              : ours(end);
      case OUR_ABORT ->
          recording.events().isEmpty()
              ? ours(end)
              : caller
                  + (sentAbort(recording)
                      ? ", by sending an A-ABORT"
                      : ", by closing the connection");
      case PEER_ABORT ->
          called + (result.stage() == CheckStage.TLS ? ", by a TLS alert" : ", by an A-ABORT");
      case PEER_REJECTION, PEER_RELEASE -> theirs(end);
      case PEER_CLOSE, PEER_RESET ->
          result.proxyAddress() != null
              ? theirs(end)
                  .replace("a device in between", "the proxy, or another device in between")
              : CheckConditions.isHere(result.localAddress(), result.peerAddress())
                  ? theirs(end)
                      .replace("a device in between", "a proxy or tunnel on the same computer")
                  : theirs(end);
    };
  }

  private static boolean sentAbort(Recording recording) {
    return recording.events().stream()
        .anyMatch(
            event ->
                event instanceof CheckEvent.InAssociation(PduSent sent)
                    && sent.pdu() instanceof Abort);
  }

  private String ours(EndedBy end) {
    return end.label().replaceFirst("^us\\b", named(caller));
  }

  private String theirs(EndedBy end) {
    return end.label().replaceFirst("^the peer\\b", named(called));
  }

  private static String named(String party) {
    return Matcher.quoteReplacement(party);
  }
}
