package org.echolot.ticket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.Section;

/**
 * What stands above the tickets of several checks: how many ended how, whose move each is, and
 * which peers they are. Pure.
 */
final class TicketSummary {

  /** Of a line of names, as far as one name is not longer. */
  private static final int WIDTH = 96;

  private static final String TOGETHER = "What these checks show together";

  /** Checks that ended alike, and the move that they call for. */
  private record Finding(Outcome outcome, String words, String move) {}

  private TicketSummary() {}

  /**
   * @param results two or more, as they are to be shown
   * @param where the ticket on each peer is, in words
   * @param isHidden whether names and addresses in them are pseudonyms
   */
  static Ticket of(List<CheckResult> results, String where, boolean isHidden) {
    Map<Finding, List<CheckResult>> findings = new LinkedHashMap<>();
    results.stream()
        .sorted(Comparator.comparingInt(TicketSummary::rank))
        .forEach(
            result ->
                findings.computeIfAbsent(finding(result), _ -> new ArrayList<>()).add(result));
    List<String> lines = new ArrayList<>();
    boolean ofOne = isOfOnePeer(results);
    findings.forEach(
        (finding, found) ->
            lines.addAll(
                ofOne
                    ? List.of(headline(finding, found).replace("each peer", "the peer"))
                    : lines(finding, found)));
    return new Ticket(
        "DICOM C-ECHO to "
            + (isOfOnePeer(results)
                ? peer(results.getFirst().request()) + ", " + results.size() + " times: "
                : results.size() + " peers: ")
            + counts(results),
        "The findings by cause; the ticket on each "
            + (isOfOnePeer(results) ? "check" : "peer")
            + " is "
            + where
            + ".",
        sections(lines, InCommon.of(results, isHidden)));
  }

  private static List<Section> sections(List<String> findings, List<String> common) {
    Section all = new Section("", new Body.Lines(findings));
    return common.isEmpty()
        ? List.of(all)
        : List.of(all, new Section(TOGETHER, new Body.Items(common)));
  }

  /**
   * The same for those that stand above it already, if there is something that they show together;
   * empty if not.
   */
  static Optional<Ticket> afterAll(List<CheckResult> results, boolean isHidden) {
    return results.size() < 2 || InCommon.of(results, isHidden).isEmpty()
        ? Optional.empty()
        : Optional.of(of(results, "above", isHidden));
  }

  private static String headline(Finding finding, List<CheckResult> found) {
    return String.format(Locale.ROOT, "%3d × %s", found.size(), finding.words())
        + (finding.move().isEmpty() ? "" : ". Whose move: " + finding.move());
  }

  private static List<String> lines(Finding finding, List<CheckResult> found) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(finding, found));
    StringBuilder line = new StringBuilder();
    for (CheckResult result : found) {
      String peer = peer(result.request());
      if (!line.isEmpty() && line.length() + peer.length() > WIDTH) {
        lines.add(indented(line) + ",");
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : ", ").append(peer);
    }
    lines.add(indented(line));
    return lines;
  }

  private static boolean isOfOnePeer(List<CheckResult> results) {
    return results.stream().map(result -> peer(result.request())).distinct().count() == 1;
  }

  private static String indented(StringBuilder line) {
    return " ".repeat(6) + line;
  }

  private static String peer(CheckRequest request) {
    String address = request.calledAe() + "@" + request.address();
    return request.name().contains(request.address())
        ? request.name()
        : request.name() + " (" + address + ")";
  }

  private static Finding finding(CheckResult result) {
    return new Finding(
        result.outcome(),
        switch (result.outcome()) {
          case SUCCESS -> result.isMarked() ? "answered, with a warning" : "answered";
          case FAILURE -> result.cause() == null ? "failed" : result.cause().label();
          case CANCELLED -> "stopped";
        },
        result.outcome() == Outcome.FAILURE ? move(result.move(), result.request()) : "");
  }

  /** In a ticket, "we" and "the peer" are AE titles, or nobody would know who is who. */
  private static String move(Move move, CheckRequest request) {
    return switch (move) {
      case NOBODY -> "";
      case OURS -> "the administrator of " + request.callingAe();
      case PEER_ADMINISTRATOR -> "the administrator of each peer";
      case NETWORK -> "the network team";
      case OURS_OR_PEER -> "the administrator of " + request.callingAe() + " or that of each peer";
    };
  }

  /** Failures first, then what calls for a look. */
  private static int rank(CheckResult result) {
    return switch (result.outcome()) {
      case FAILURE -> 0;
      case CANCELLED -> 1;
      case SUCCESS -> result.isMarked() ? 2 : 3;
    };
  }

  private static String counts(List<CheckResult> results) {
    List<String> counts = new ArrayList<>();
    add(counts, results, Outcome.FAILURE, "failed");
    add(counts, results, Outcome.SUCCESS, "answered");
    add(counts, results, Outcome.CANCELLED, "stopped");
    return String.join(", ", counts);
  }

  private static void add(
      List<String> counts, List<CheckResult> results, Outcome outcome, String words) {
    long count = results.stream().filter(result -> result.outcome() == outcome).count();
    if (count > 0) {
      counts.add(count + " " + words);
    }
  }
}
