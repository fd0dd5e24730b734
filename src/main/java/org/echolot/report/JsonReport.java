package org.echolot.report;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.Warning;
import org.echolot.concurrent.LocalClock;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.fleet.Schedule;
import org.echolot.history.ChangedSince;
import org.echolot.json.JsonLine;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.network.TcpPath;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, as each check ends. The keys and their order are fixed. */
public final class JsonReport implements Report {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final PrintStream out;
  private final boolean repeats;

  /**
   * @param repeats whether each object tells its run
   */
  public JsonReport(PrintStream out, boolean repeats) {
    this.out = out;
    this.repeats = repeats;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    String line =
        JsonLine.of(
            to -> {
              peer(to, ended.result());
              verdict(to, ended.result());
              stages(to, ended.result());
              said(to, ended.result());
              circumstances(to, ended.result());
              changedSince(
                  to, ChangedSince.of(ended.check().lastSuccess(), ended.result()).orElse(null));
              if (repeats) {
                to.number("run", ended.run());
              }
            });
    out.print(line + "\n");
  }

  private static void peer(JsonLine to, CheckResult result) {
    CheckRequest request = result.request();
    to.text("name", request.name());
    to.text("calledAe", request.calledAe().value());
    to.text("callingAe", request.callingAe().value());
    to.text("host", request.host());
    to.number("port", request.port());
    to.bool("tls", request.isTls());
    to.text("startedAt", TIME.format(result.startedAt()));
  }

  private static void verdict(JsonLine to, CheckResult result) {
    to.text("outcome", result.outcome().name());
    enumProperty(to, "stage", result.stage());
    enumProperty(to, "cause", result.cause());
    to.text("summary", result.summary());
    to.texts("advice", result.advice());
    to.objects("warnings", result.warnings(), JsonReport::warning);
    to.decimal("totalMillis", Milliseconds.text(result.total()));
  }

  private static void warning(JsonLine to, Warning warning) {
    to.text("code", warning.code().name());
    to.text("text", warning.text());
    to.text("move", warning.move().name());
  }

  private static void stages(JsonLine to, CheckResult result) {
    to.objects("stages", result.stages(), JsonReport::stage);
  }

  private static void stage(JsonLine to, StageResult stage) {
    to.text("stage", stage.stage().name());
    to.text("state", stage.state().name());
    to.decimal("millis", Milliseconds.text(stage.duration()));
    to.text("detail", stage.detail());
  }

  /** What the peer said; null where it did not. */
  private static void said(JsonLine to, CheckResult result) {
    AssociateRj reject = result.reject();
    if (reject == null) {
      to.nothing("reject");
    } else {
      to.object("reject", in -> reject(in, reject));
    }
    Abort abort = result.abort();
    if (abort == null) {
      to.nothing("abort");
    } else {
      to.object(
          "abort", in -> in.number("source", abort.source()).number("reason", abort.reason()));
    }
    to.number("echoStatus", result.echoStatus());
    Negotiated negotiated = result.negotiated();
    if (negotiated == null) {
      to.nothing("negotiated");
    } else {
      to.object("negotiated", in -> negotiated(in, negotiated));
    }
  }

  private static void reject(JsonLine to, AssociateRj reject) {
    to.number("result", reject.result());
    to.number("source", reject.source());
    to.number("reason", reject.reason());
  }

  private static void negotiated(JsonLine to, Negotiated negotiated) {
    to.text("implementationClassUid", negotiated.implementationClassUid());
    to.text("implementationVersionName", negotiated.implementationVersionName());
    to.number("maxPduLength", negotiated.maxPduLength());
    to.text("transferSyntax", negotiated.transferSyntax());
    to.number("result", negotiated.contextResult());
  }

  private static void circumstances(JsonLine to, CheckResult result) {
    to.text("move", result.move().name());
    to.text("endedBy", result.endedBy().name());
    to.text("engine", result.engine());
    address(to, "localAddress", result.localAddress());
    address(to, "remoteAddress", result.remoteAddress());
    Origin origin = result.observed().origin();
    to.text("sourceAddress", origin == null ? null : AddressText.of(origin.address()));
    IcmpAnswer icmp = result.observed().icmp();
    if (icmp == null) {
      to.nothing("icmp");
    } else {
      to.object("icmp", in -> icmp(in, icmp));
    }
    to.number("unacknowledgedBytes", result.observed().unacknowledgedBytes());
    TcpPath network = result.observed().network();
    if (network == null) {
      to.nothing("network");
    } else {
      to.object("network", in -> network(in, network));
    }
    TlsJson.details(to, result);
    TlsJson.userIdentity(to, result);
  }

  private static void changedSince(JsonLine to, @Nullable ChangedSince changed) {
    if (changed == null) {
      to.nothing("changedSince");
    } else {
      to.object(
          "changedSince",
          in ->
              in.text("lastSuccessAt", TIME.format(LocalClock.at(changed.lastSuccessAt())))
                  .texts("changes", changed.sentences()));
    }
  }

  private static void network(JsonLine to, TcpPath network) {
    to.decimal("rttMillis", Milliseconds.text(network.roundTrip()));
    to.number("retransmissions", network.retransmissions());
    to.number("mss", network.mss());
    to.number("pathMtu", network.pathMtu());
  }

  private static void icmp(JsonLine to, IcmpAnswer icmp) {
    to.number("type", icmp.type());
    to.number("code", icmp.code());
    to.text("from", AddressText.of(icmp.from()));
  }

  private static void address(JsonLine to, String key, @Nullable InetSocketAddress address) {
    to.text(key, address == null ? null : AddressText.of(address));
  }

  private static void enumProperty(JsonLine to, String key, @Nullable Enum<?> value) {
    to.text(key, value == null ? null : value.name());
  }
}
