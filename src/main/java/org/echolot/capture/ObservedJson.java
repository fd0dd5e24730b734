package org.echolot.capture;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Observed;
import org.echolot.check.SideQuestion;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.network.TcpPath;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** What a check saw of the network, as JSON, and back; all of it may be missing. */
final class ObservedJson {

  private static final int MAX_OCTET = 255;

  private ObservedJson() {}

  static void write(Observed observed, FieldsWriter to) {
    Origin origin = observed.origin();
    if (origin != null) {
      to.put(
          "origin",
          new FieldsWriter()
              .put("address", AddressText.of(origin.address()))
              .put("card", origin.card())
              .putTexts("others", origin.others().stream().map(AddressText::of).toList())
              .object());
    }
    IcmpAnswer icmp = observed.icmp();
    if (icmp != null) {
      to.put(
          "icmp",
          new FieldsWriter()
              .put("type", icmp.type())
              .put("code", icmp.code())
              .put("from", AddressText.of(icmp.from()))
              .object());
    }
    Integer left = observed.unacknowledgedBytes();
    if (left != null) {
      to.put("unacknowledgedBytes", left);
    }
    TcpPath network = observed.network();
    if (network != null) {
      to.put(
          "network",
          new FieldsWriter()
              .putNanos("roundTripNanos", network.roundTrip())
              .put("retransmissions", network.retransmissions())
              .put("unacknowledgedSegments", network.unacknowledged())
              .put("mss", network.mss())
              .put("pathMtu", network.pathMtu())
              .object());
    }
    to.putAll(
        "sideQuestions", observed.sideQuestions().stream().map(ObservedJson::written).toList());
    if (observed.variant() != null) {
      to.put("variant", observed.variant());
    }
  }

  private static Obj written(SideQuestion question) {
    return new FieldsWriter()
        .put("kind", question.kind())
        .put("at", question.at())
        .putNanos("nanos", question.took())
        .object();
  }

  static Observed read(RecordedFields from) throws FaultException {
    List<SideQuestion> questions = new ArrayList<>();
    for (RecordedFields each : from.objects("sideQuestions", "a question", "")) {
      questions.add(
          new SideQuestion(
              each.constant("kind", SideQuestion.Kind.class), each.at(), each.nanos("nanos")));
    }
    return new Observed(
        origin(from.objectOrNull("origin")),
        icmp(from.objectOrNull("icmp")),
        from.numberOrNull("unacknowledgedBytes", Integer.MAX_VALUE),
        questions,
        from.textOrNull("variant"),
        network(from.objectOrNull("network")));
  }

  private static @Nullable TcpPath network(@Nullable RecordedFields from) throws FaultException {
    return from == null
        ? null
        : new TcpPath(
            from.nanos("roundTripNanos"),
            from.number("retransmissions", 0, Integer.MAX_VALUE),
            from.number("unacknowledgedSegments", 0, Integer.MAX_VALUE),
            from.number("mss", 0, Integer.MAX_VALUE),
            from.number("pathMtu", 0, Integer.MAX_VALUE));
  }

  private static @Nullable Origin origin(@Nullable RecordedFields from) throws FaultException {
    if (from == null) {
      return null;
    }
    List<InetAddress> others = new ArrayList<>();
    for (String other : from.texts("others")) {
      others.add(AddressJson.ip(from, "others", other));
    }
    return new Origin(
        AddressJson.ip(from, "address", from.text("address")), from.textOrNull("card"), others);
  }

  private static @Nullable IcmpAnswer icmp(@Nullable RecordedFields from) throws FaultException {
    return from == null
        ? null
        : new IcmpAnswer(
            from.number("type", 0, MAX_OCTET),
            from.number("code", 0, MAX_OCTET),
            AddressJson.ip(from, "from", from.text("from")));
  }
}
