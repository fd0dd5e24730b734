package org.echolot.probe;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.json.JsonLine;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/** A probe as one JSON object on a line. The keys and their order are fixed. */
public final class ProbeJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private ProbeJson() {}

  /** The line, without its end. */
  public static String of(ProbeResult result) {
    return JsonLine.of(to -> write(to, result));
  }

  private static void write(JsonLine to, ProbeResult result) {
    CheckRequest request = result.request();
    to.text("name", request.name());
    to.text("calledAe", request.calledAe().value());
    to.text("callingAe", request.callingAe().value());
    to.text("host", request.host());
    to.number("port", request.port());
    to.bool("tls", request.isTls());
    to.text("startedAt", TIME.format(result.startedAt()));
    to.bool("good", result.isGood());
    if (result.services() != null) {
      services(to, result.services(), result.changes());
    }
    if (result.big() != null) {
      big(to, result.big());
    }
    FindProbe.Found find = result.find();
    if (find != null) {
      to.object(
          "find",
          in -> {
            in.text("outcome", find.outcome().name());
            in.number("status", find.status());
            in.text("summary", find.summary());
            failure(in, find.failure());
          });
    }
    AeTitleQuestion.Answered question = result.aeTitles();
    if (question != null) {
      to.objects("aeTitles", question.tries(), ProbeJson::aeTitles);
      to.text("aeTitlesConclusion", question.conclusion());
    }
  }

  private static void services(
      JsonLine to, ServiceMatrix matrix, @Nullable List<ProbeChange> changes) {
    to.objects(
        "services",
        matrix.cells(),
        (in, cell) ->
            in.text("abstractSyntax", cell.service().uid())
                .text("name", cell.service().name())
                .text("transferSyntax", cell.syntax().uid())
                .text("result", cell.answer().name())
                .number("code", cell.result()));
    to.objects(
        "roles",
        matrix.roles(),
        (in, role) -> in.text("abstractSyntax", role.service().uid()).number("scp", role.scp()));
    to.number("contextsNotProposed", matrix.strangers());
    to.number("associations", matrix.associations());
    if (changes == null) {
      to.nothing("changes");
    } else {
      to.objects(
          "changes",
          changes,
          (in, change) ->
              in.text("abstractSyntax", change.service().uid())
                  .text("transferSyntax", change.syntax().uid())
                  .text("before", change.before().name())
                  .text("now", change.now().name()));
    }
    failure(to, matrix.failure());
  }

  private static void failure(JsonLine to, @Nullable CheckResult failure) {
    if (failure == null) {
      to.nothing("failure");
      return;
    }
    to.object(
        "failure",
        in -> {
          in.text("stage", failure.stage() == null ? null : failure.stage().name());
          in.text("cause", failure.cause() == null ? null : failure.cause().name());
          in.text("summary", failure.summary());
          in.texts("advice", failure.advice());
        });
  }

  private static void big(JsonLine to, BigResult big) {
    to.objects("big", big.sizes(), ProbeJson::attempt);
    to.objects("bigProofs", big.proofs(), ProbeJson::attempt);
    to.object(
        "pathMtu",
        in -> {
          in.text("verdict", big.verdict().name());
          in.text("direction", big.direction() == null ? null : big.direction().name());
          in.text("summary", big.summary());
          in.texts("advice", big.advice());
        });
  }

  private static void attempt(JsonLine to, BigResult.Try one) {
    to.number("bytes", one.bytes());
    to.text("outcome", one.reply().name());
    to.number("millis", millis(one.took()));
    to.text("manner", one.manner().name());
    to.number("unacknowledgedBytes", one.unacknowledged());
    TcpPath path = one.path();
    if (path == null) {
      to.nothing("network");
    } else {
      to.object(
          "network",
          in ->
              in.number("rttMillis", millis(path.roundTrip()))
                  .number("retransmissions", path.retransmissions())
                  .number("mss", path.mss())
                  .number("pathMtu", path.pathMtu()));
    }
  }

  private static void aeTitles(JsonLine to, AeTitleQuestion.Try one) {
    CheckResult failure = one.failure();
    to.text("calledAe", one.calledAe().value());
    to.text("callingAe", one.callingAe().value());
    to.text("why", one.why());
    to.bool("accepted", one.isAccepted());
    to.text("cause", failure == null || failure.cause() == null ? null : failure.cause().name());
  }

  private static BigDecimal millis(Duration span) {
    return BigDecimal.valueOf(span.toNanos(), 6).setScale(3, RoundingMode.HALF_UP);
  }
}
