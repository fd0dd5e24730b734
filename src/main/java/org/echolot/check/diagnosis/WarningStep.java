package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.echolot.check.Move;
import org.echolot.check.Warning;

/**
 * What somebody has to do about a warning though the check succeeded.
 *
 * @param move whose move it is, not {@link Move#NOBODY}
 * @param text one step of advice
 */
public record WarningStep(Move move, String text) {

  private static final String IF_SLOW = "If it is slow every time, ask ";

  /** What is to be done about a warning by which a peer is marked; empty: nothing. */
  public static Optional<WarningStep> of(Warning warning) {
    return warning.move() == Move.NOBODY || !warning.code().marksThePeer()
        ? Optional.empty()
        : Optional.of(new WarningStep(warning.move(), text(warning)));
  }

  private static String text(Warning warning) {
    boolean ours = warning.move() == Move.OURS;
    return switch (warning.code()) {
      case RELEASE_TIMEOUT, RELEASE_NOT_CONFIRMED ->
          "Ask the peer's administrator why the peer does not confirm releases: associations that"
              + " stay open can use up its limit.";
      case NONSTANDARD_REPLY ->
          "Send the peer's vendor the warnings about the peer's answers: other software may refuse"
              + " what Echolot accepts.";
      case CERTIFICATE_EXPIRES_SOON ->
          ours
              ? "Renew the certificate that the warning names before it expires."
              : "Ask the peer's administrator to renew the certificate, and to restart the service,"
                  + " before the day in the warning.";
      case CERTIFICATE_REFUSED_ELSEWHERE ->
          "Ask the peer's administrator for a certificate that other software accepts, too; the"
              + " warning names its fault.";
      case CLIENT_CERTIFICATE_FAULTY ->
          "Replace our client certificate: other peers will refuse it.";
      case SERVER_NAME_NOT_KNOWN ->
          "Set the server name (SNI) of this peer to a name for which the peer has a certificate.";
      case TLS_ALERT_IGNORED ->
          "Ask the peer's administrator what the peer's log shows about its alert in the TLS"
              + " handshake.";
      case LEGACY_TLS ->
          ours
              ? "Choose another TLS profile for this peer: it does not need \"legacy\"."
              : "Ask the peer's administrator for TLS 1.2 or 1.3 with current cipher suites, so"
                  + " that the profile \"legacy\" is not needed.";
      case SLOW_PEER ->
          IF_SLOW
              + (warning.move() == Move.NETWORK ? "the network team" : "the peer's administrator")
              + " what delays it.";
      case SLOW_NETWORK ->
          warning.text().startsWith(NarrowPath.SIZE)
              ? warning.text().contains(NarrowPath.PATH)
                  ? "Ask the network team which link or tunnel limits the packets (MTU), before"
                      + " images are sent."
                  : "Ask the network team, then the peer's administrator, what limits the packets"
                      + " (MSS), before images are sent."
              : "Ask the network team where packets get lost, before images are sent.";
      case SLOW_LOOKUP -> "Ask the network team to check the DNS servers of this computer.";
      case DEAD_ADDRESS ->
          (ours ? "Check in the hosts file of this computer" : "Ask the network team")
              + " whether the address that the warning names should still belong to the name.";
      case NAME_IS_LOOPBACK -> "Check the host of this peer: its name means this computer itself.";
      case HOSTS_FILE_DIFFERS ->
          "Check the address of this peer in the hosts file of this computer: DNS has another one.";
      case DELAYED_ACK_STALL -> "Ask the peer's vendor to set TCP_NODELAY.";
      case USER_IDENTITY_IGNORED ->
          "Ask the peer's administrator whether the peer should check users.";
    };
  }

  /**
   * What is to be done about all of these. What was slow once comes last, and is checked again
   * before somebody is asked.
   */
  public static List<String> advice(Collection<WarningStep> steps) {
    Map<Boolean, List<String>> texts =
        steps.stream()
            .map(WarningStep::text)
            .collect(Collectors.partitioningBy(text -> text.startsWith(IF_SLOW)));
    List<String> advice = new ArrayList<>(texts.getOrDefault(false, List.of()));
    List<String> slow = texts.getOrDefault(true, List.of());
    if (!slow.isEmpty()) {
      advice.add("Check again a few times: one slow answer may be a matter of the moment.");
      advice.addAll(slow);
    }
    return List.copyOf(advice);
  }

  /** Whose move it is if all of these are to be done. */
  public static Move moveOf(Collection<WarningStep> steps) {
    Set<Move> moves = steps.stream().map(WarningStep::move).collect(Collectors.toSet());
    if (moves.isEmpty()) {
      return Move.NOBODY;
    }
    return moves.size() == 1
        ? moves.iterator().next()
        : moves.contains(Move.OURS) || moves.contains(Move.OURS_OR_PEER)
            ? Move.OURS_OR_PEER
            : Move.PEER_ADMINISTRATOR;
  }
}
