package org.echolot.check.diagnosis;

import java.util.Optional;
import java.util.Set;
import org.echolot.check.EndedBy;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.WideAnswer;

/**
 * Tells from what a peer chose, once it was offered every version and cipher suite, why it had
 * refused our handshake. Pure.
 */
final class WideOffer {

  private static final Set<String> OLD = Set.of("TLSv1", "TLSv1.1");

  private WideOffer() {}

  /**
   * What it means; empty if nobody asked, or the peer refused that, too.
   *
   * @param detail how the peer refused our own handshake
   */
  static Optional<Finding> chosen(
      TlsReport report, Circumstances circumstances, EndedBy endedBy, String detail) {
    return Optional.ofNullable(circumstances.wide())
        .filter(WideAnswer::chose)
        .map(
            wide -> {
              String accepts =
                  TlsFacts.version(String.valueOf(wide.protocol())) + " with " + wide.cipherSuite();
              String group = wide.keyExchange() == null ? "not known" : wide.keyExchange();
              return Finding.of(
                      variant(report, wide),
                      endedBy,
                      detail.replace(", or has no usable certificate", "")
                          + "; to an offer of every version and cipher suite, it chose "
                          + accepts)
                  .fact("accepts", accepts)
                  .fact("acceptedSuite", String.valueOf(wide.cipherSuite()))
                  .fact("group", group)
                  .given(Condition.OLD_VERSION, OLD.contains(String.valueOf(wide.protocol())));
            });
  }

  private static Variant variant(TlsReport report, WideAnswer wide) {
    boolean offered =
        report.offered().protocols().contains(String.valueOf(wide.protocol()))
            && report.offered().cipherSuites().contains(String.valueOf(wide.cipherSuite()));
    if (offered) {
      return report.offered().groups().contains(String.valueOf(wide.keyExchange()))
          ? Variant.NO_SIGNATURE
          : Variant.NO_GROUP;
    }
    return switch (wide.profile()) {
      case RUNTIME -> Variant.RUNTIME_OFFERS_IT;
      case LEGACY -> Variant.LEGACY_OFFERS_IT;
      case BCP195, MODIFIED_BCP195 -> Variant.RUNTIME_OFFERS_IT;
      case null -> Variant.NO_PROFILE_OFFERS_IT;
    };
  }

  /** Whether the peer was asked, and refused all there is. */
  static boolean wasRefused(Circumstances circumstances) {
    WideAnswer wide = circumstances.wide();
    return wide != null && !wide.chose();
  }
}
