package org.echolot.report;

import java.io.PrintStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.fleet.Schedule;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object a line, as each check ends. The keys and their order are fixed. */
public final class JsonReport implements Report {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final PrintStream out;
  private final boolean repeats;
  private final JsonFactory json = new JsonFactory();

  /**
   * @param repeats whether each object tells its run
   */
  public JsonReport(PrintStream out, boolean repeats) {
    this.out = out;
    this.repeats = repeats;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    StringWriter line = new StringWriter();
    try (JsonGenerator to = json.createGenerator(ObjectWriteContext.empty(), line)) {
      to.writeStartObject();
      peer(to, ended.result());
      verdict(to, ended.result());
      stages(to, ended.result());
      said(to, ended.result());
      circumstances(to, ended.result());
      if (repeats) {
        to.writeNumberProperty("run", ended.run());
      }
      to.writeEndObject();
    }
    out.print(Escapes.inJson(line.toString()) + "\n");
  }

  private static void peer(JsonGenerator to, CheckResult result) {
    CheckRequest request = result.request();
    to.writeStringProperty("name", request.name());
    to.writeStringProperty("calledAe", request.calledAe().value());
    to.writeStringProperty("callingAe", request.callingAe().value());
    to.writeStringProperty("host", request.host());
    to.writeNumberProperty("port", request.port());
    to.writeBooleanProperty("tls", request.isTls());
    to.writeStringProperty("startedAt", TIME.format(result.startedAt()));
  }

  private static void verdict(JsonGenerator to, CheckResult result) {
    to.writeStringProperty("outcome", result.outcome().name());
    enumProperty(to, "stage", result.stage());
    enumProperty(to, "cause", result.cause());
    to.writeStringProperty("summary", result.summary());
    to.writeArrayPropertyStart("advice");
    result.advice().forEach(to::writeString);
    to.writeEndArray();
    to.writeArrayPropertyStart("warnings");
    for (Warning warning : result.warnings()) {
      to.writeStartObject();
      to.writeStringProperty("code", warning.code().name());
      to.writeStringProperty("text", warning.text());
      to.writeEndObject();
    }
    to.writeEndArray();
    to.writeNumberProperty("totalMillis", millis(result.total()));
  }

  private static void stages(JsonGenerator to, CheckResult result) {
    to.writeArrayPropertyStart("stages");
    for (StageResult stage : result.stages()) {
      to.writeStartObject();
      to.writeStringProperty("stage", stage.stage().name());
      to.writeStringProperty("state", stage.state().name());
      to.writeNumberProperty("millis", millis(stage.duration()));
      to.writeStringProperty("detail", stage.detail());
      to.writeEndObject();
    }
    to.writeEndArray();
  }

  /** What the peer said; null where it did not. */
  private static void said(JsonGenerator to, CheckResult result) {
    AssociateRj reject = result.reject();
    if (reject == null) {
      to.writeNullProperty("reject");
    } else {
      to.writeObjectPropertyStart("reject");
      to.writeNumberProperty("result", reject.result());
      to.writeNumberProperty("source", reject.source());
      to.writeNumberProperty("reason", reject.reason());
      to.writeEndObject();
    }
    Abort abort = result.abort();
    if (abort == null) {
      to.writeNullProperty("abort");
    } else {
      to.writeObjectPropertyStart("abort");
      to.writeNumberProperty("source", abort.source());
      to.writeNumberProperty("reason", abort.reason());
      to.writeEndObject();
    }
    integer(to, "echoStatus", result.echoStatus());
    Negotiated negotiated = result.negotiated();
    if (negotiated == null) {
      to.writeNullProperty("negotiated");
    } else {
      to.writeObjectPropertyStart("negotiated");
      text(to, "implementationClassUid", negotiated.implementationClassUid());
      text(to, "implementationVersionName", negotiated.implementationVersionName());
      Long max = negotiated.maxPduLength();
      if (max == null) {
        to.writeNullProperty("maxPduLength");
      } else {
        to.writeNumberProperty("maxPduLength", max);
      }
      text(to, "transferSyntax", negotiated.transferSyntax());
      integer(to, "result", negotiated.contextResult());
      to.writeEndObject();
    }
  }

  private static void circumstances(JsonGenerator to, CheckResult result) {
    to.writeStringProperty("move", result.move().name());
    to.writeStringProperty("endedBy", result.endedBy().name());
    to.writeStringProperty("engine", result.engine());
    address(to, "localAddress", result.localAddress());
    address(to, "remoteAddress", result.remoteAddress());
    TlsJson.details(to, result);
    TlsJson.userIdentity(to, result);
  }

  private static void address(JsonGenerator to, String key, @Nullable InetSocketAddress address) {
    text(to, key, address == null ? null : AddressText.of(address));
  }

  private static void enumProperty(JsonGenerator to, String key, @Nullable Enum<?> value) {
    text(to, key, value == null ? null : value.name());
  }

  private static void text(JsonGenerator to, String key, @Nullable String value) {
    to.writeName(key);
    to.writeString(value);
  }

  private static void integer(JsonGenerator to, String key, @Nullable Integer value) {
    if (value == null) {
      to.writeNullProperty(key);
    } else {
      to.writeNumberProperty(key, value);
    }
  }

  private static BigDecimal millis(Duration span) {
    return BigDecimal.valueOf(span.toNanos(), 6).setScale(3, RoundingMode.HALF_UP);
  }
}
