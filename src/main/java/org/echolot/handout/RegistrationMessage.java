package org.echolot.handout;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** The message that asks another system's administrator to register us. */
final class RegistrationMessage {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  private RegistrationMessage() {}

  static String of(Registration us) {
    CheckRequest peer = us.peer();
    return "Subject: DICOM: please register the calling AE title "
        + us.ae()
        + (peer == null ? "" : " at " + peer.calledAe())
        + "\n\n"
        + "Hello,\n\n"
        + "please register this DICOM node on your system, so that it accepts our calls:\n\n"
        + field("AE title", us.ae().value() + "   (case-sensitive)")
        + field("IP address", address(us))
        + (us.hostName().isEmpty() ? "" : field("Host name", us.hostName()))
        + field("Port", us.port() + "   (only for data that you send to us)")
        + field("Service", "Verification (C-ECHO)")
        + (peer == null ? "" : "\nWe call:\n\n" + peer(peer))
        + evidence(us.last())
        + "\n"
        + "If we are already registered, please check your log for the address that our calls"
        + " come\n"
        + "from: a VPN, NAT or a second network card can make it differ from the one you"
        + " registered.\n\n"
        + "Thank you.\n";
  }

  private static String address(Registration us) {
    boolean byProxy = us.last() != null && us.last().proxyAddress() != null;
    return us.isAddressKnown()
        ? us.address()
            + (byProxy ? "   (a proxy that connects us" : "   (as our computer sees it")
            + "; your log shows the address that reaches you)"
        : "not known to us; your log shows it";
  }

  private static String peer(CheckRequest peer) {
    return field("AE title", peer.calledAe().value())
        + field("Address", Escapes.oneLine(peer.address()) + (peer.isTls() ? ", with TLS" : ""));
  }

  private static String field(String name, String value) {
    return String.format(Locale.ROOT, "  %-11s %s%n", name, value).replace("\r\n", "\n");
  }

  private static String evidence(@Nullable CheckResult last) {
    if (last == null || last.cause() == null) {
      return "";
    }
    OffsetDateTime at = last.startedAt();
    String what =
        last.reject() == null
            ? Escapes.oneLine(last.summary()) + "."
            : "Your system answered with " + last.reject().description() + ".";
    return "\nOur last call, at "
        + LOCAL.format(at)
        + " ("
        + UTC.format(at.withOffsetSameInstant(ZoneOffset.UTC))
        + "):\n"
        + what
        + "\n";
  }
}
