package org.echolot.ticket;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Negotiated;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** What is different between a check that succeeded and one that did not. */
final class WhatChanged {

  private final List<String> changes = new ArrayList<>();

  private WhatChanged() {}

  /** Sentences without their full stop; empty where nothing that both checks saw is different. */
  static List<String> between(CheckResult then, CheckResult now) {
    WhatChanged found = new WhatChanged();
    found.asked(then.request(), now.request());
    found.compare("The called address", ip(then.remoteAddress()), ip(now.remoteAddress()));
    found.compare("The calling address", ip(then.localAddress()), ip(now.localAddress()));
    if (then.negotiated() != null && now.negotiated() != null) {
      found.said(then.negotiated(), now.negotiated());
    }
    if (then.tls() != null && now.tls() != null) {
      found.shown(then.tls(), now.tls());
    }
    return found.changes;
  }

  private void shown(TlsReport then, TlsReport now) {
    compare("The TLS version", then.protocol(), now.protocol());
    compare("The cipher suite", then.cipherSuite(), now.cipherSuite());
    if (!then.chain().isEmpty()
        && !now.chain().isEmpty()
        && !then.chain().getFirst().equals(now.chain().getFirst())) {
      changes.add("The peer's certificate was replaced");
    }
  }

  private void asked(CheckRequest then, CheckRequest now) {
    compare(
        "The called AE title",
        TicketMaker.quoted(then.calledAe()),
        TicketMaker.quoted(now.calledAe()));
    compare(
        "The calling AE title",
        TicketMaker.quoted(then.callingAe()),
        TicketMaker.quoted(now.callingAe()));
    compare("The host", then.host(), now.host());
    compare("The port", String.valueOf(then.port()), String.valueOf(now.port()));
    compare("TLS", then.isTls() ? "on" : "off", now.isTls() ? "on" : "off");
  }

  private void said(Negotiated then, Negotiated now) {
    compare(
        "The peer's implementation",
        then.implementationVersionName(),
        now.implementationVersionName());
    compare(
        "Its implementation class UID",
        then.implementationClassUid(),
        now.implementationClassUid());
    compare("Its max PDU length", text(then.maxPduLength()), text(now.maxPduLength()));
    compare("The transfer syntax", then.transferSyntax(), now.transferSyntax());
  }

  /** What one of the two could not see did not change. */
  private void compare(String what, @Nullable String then, @Nullable String now) {
    if (then != null && now != null && !Objects.equals(then, now)) {
      changes.add(what + " was " + then + ", but is now " + now);
    }
  }

  private static @Nullable String text(@Nullable Long number) {
    return number == null ? null : String.valueOf(number);
  }

  private static @Nullable String ip(@Nullable InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? null
        : AddressText.of(address.getAddress());
  }
}
