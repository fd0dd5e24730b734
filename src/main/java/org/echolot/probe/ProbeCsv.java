package org.echolot.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Probes as lines of comma-separated values (RFC 4180), one for each thing that was asked. */
public final class ProbeCsv {

  /** The first line. */
  public static final String HEAD =
      "peer,calledAe,callingAe,host,port,asked,abstractSyntax,service,transferSyntax,"
          + "transferSyntaxName,bytes,result,code,millis";

  private ProbeCsv() {}

  /** The lines of a result, without their ends. */
  public static List<String> of(ProbeResult result) {
    List<String> lines = new ArrayList<>();
    if (result.services() != null) {
      for (Cell cell : result.services().cells()) {
        lines.add(
            line(
                result,
                "service",
                cell.service().uid(),
                cell.service().name(),
                cell.syntax().uid(),
                cell.syntax().name(),
                "",
                cell.answer().name(),
                text(cell.result()),
                ""));
      }
      for (RoleAnswer role : result.services().roles()) {
        lines.add(
            line(
                result,
                "scpRole",
                role.service().uid(),
                role.service().name(),
                "",
                "",
                "",
                role.isAccepted() ? "ACCEPTED" : "NOT_ACCEPTED",
                text(role.scp()),
                ""));
      }
    }
    BigResult big = result.big();
    if (big != null) {
      for (BigResult.Try one : big.sizes()) {
        lines.add(
            line(
                result,
                "big",
                "",
                "",
                "",
                "",
                String.valueOf(one.bytes()),
                one.reply().name(),
                "",
                String.valueOf(one.took().toMillis())));
      }
      String direction = big.direction() == null ? "" : big.direction().name();
      lines.add(line(result, "pathMtu", "", "", "", "", "", big.verdict().name(), direction, ""));
    }
    FindProbe.Found find = result.find();
    if (find != null) {
      lines.add(
          line(result, "find", "", "", "", "", "", find.outcome().name(), text(find.status()), ""));
    }
    AeTitleQuestion.Answered question = result.aeTitles();
    if (question != null) {
      for (AeTitleQuestion.Try one : question.tries()) {
        lines.add(
            line(
                result,
                "aeTitles",
                "",
                one.callingAe() + " > " + one.calledAe(),
                "",
                "",
                "",
                one.isAccepted() ? "ACCEPTED" : "REFUSED",
                "",
                ""));
      }
    }
    return lines;
  }

  private static String line(ProbeResult result, String... fields) {
    return Stream.concat(
            Stream.of(
                result.request().name(),
                result.request().calledAe().value(),
                result.request().callingAe().value(),
                result.request().host(),
                String.valueOf(result.request().port())),
            Stream.of(fields))
        .map(ProbeCsv::field)
        .collect(Collectors.joining(","));
  }

  private static String text(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  /** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
  private static String field(String value) {
    String safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
