package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.Move;
import org.echolot.check.dns.DnsAnswer;
import org.echolot.check.dns.DnsReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the DNS servers' answers mean for a lookup that failed. */
class ResolveDiagnosisTest {

  private static final InetAddress PACS = InetAddress.ofLiteral("10.77.2.20");
  private static final DnsAnswer FOUND = new DnsAnswer.Addresses("pacs.lab", List.of(PACS));
  private static final DnsAnswer NO_NAME = new DnsAnswer.NoSuchName();
  private static final DnsAnswer NO_ADDRESS = new DnsAnswer.NoAddress("pacs.lab");
  private static final DnsAnswer SERVFAIL = new DnsAnswer.Failure(2);
  private static final DnsAnswer SILENCE = new DnsAnswer.Silence(Duration.ofMillis(1500));
  private static final DnsAnswer CLOSED = new DnsAnswer.PortClosed();
  private static final DnsAnswer GARBAGE = new DnsAnswer.Garbage("an answer that breaks off");

  /** The first is 10.77.2.1, the next 10.77.2.2, and so on. */
  private static List<DnsReply> replies(List<DnsAnswer> answers) {
    List<DnsReply> replies = new ArrayList<>();
    for (DnsAnswer answer : answers) {
      replies.add(new DnsReply(InetAddress.ofLiteral("10.77.2." + (replies.size() + 1)), answer));
    }
    return replies;
  }

  static Stream<Arguments> namesThatWereNotFound() {
    return Stream.of(
        Arguments.of(List.of(), null),
        Arguments.of(List.of(NO_NAME), Variant.NO_SUCH_NAME),
        Arguments.of(List.of(NO_NAME, NO_NAME), Variant.NO_SUCH_NAME),
        Arguments.of(List.of(NO_NAME, NO_ADDRESS), Variant.NO_ADDRESS),
        Arguments.of(List.of(SERVFAIL), Variant.DNS_FAILED),
        Arguments.of(List.of(new DnsAnswer.TooLong()), Variant.DNS_FAILED),
        Arguments.of(List.of(SILENCE, CLOSED, GARBAGE), Variant.DNS_FAILED),
        Arguments.of(List.of(SERVFAIL, NO_NAME), Variant.DNS_PARTLY_FAILED),
        Arguments.of(List.of(NO_NAME, SILENCE), Variant.DNS_PARTLY_FAILED),
        Arguments.of(List.of(SERVFAIL, FOUND), Variant.LOOKUP_CONTRADICTED));
  }

  @ParameterizedTest
  @MethodSource("namesThatWereNotFound")
  void theServersSayWhyANameWasNotFound(List<DnsAnswer> answers, @Nullable Variant expected) {
    Finding finding = ResolveDiagnosis.unknown("pacs", "unbekannt", replies(answers));

    assertThat(finding.cause()).isEqualTo(Cause.UNKNOWN_HOST);
    assertThat(finding.variant()).isEqualTo(expected);
    assertThat(finding.detail()).contains("pacs", "unbekannt");
  }

  /** Where no DNS server is set, the system asks this computer, and the network is not at fault. */
  @Test
  void aComputerThatAsksItselfInVainHasTheMove() {
    DnsReply here = new DnsReply(InetAddress.ofLiteral("127.0.0.1"), CLOSED);
    DnsReply stub = new DnsReply(InetAddress.ofLiteral("127.0.0.53"), SERVFAIL);

    assertThat(ResolveDiagnosis.unknown("pacs", "", List.of(here)).variant())
        .isEqualTo(Variant.OWN_DNS_CLOSED);
    assertThat(ResolveDiagnosis.unknown("pacs", "", List.of(stub)).variant())
        .isEqualTo(Variant.DNS_FAILED);
    assertThat(CauseTexts.load().move(Cause.UNKNOWN_HOST, Variant.OWN_DNS_CLOSED))
        .isEqualTo(Move.OURS);
  }

  static Stream<Arguments> lookupsThatTimedOut() {
    return Stream.of(
        Arguments.of(List.of(), null),
        Arguments.of(List.of(SILENCE, CLOSED), Variant.DNS_SILENT),
        Arguments.of(List.of(SILENCE, FOUND), Variant.DNS_PARTLY_SILENT),
        Arguments.of(List.of(SERVFAIL), Variant.DNS_PARTLY_SILENT),
        Arguments.of(List.of(FOUND, NO_NAME), Variant.DNS_RESPONDS));
  }

  @ParameterizedTest
  @MethodSource("lookupsThatTimedOut")
  void theServersSayWhyALookupTimedOut(List<DnsAnswer> answers, @Nullable Variant expected) {
    Finding finding =
        ResolveDiagnosis.timeout(replies(answers), Duration.ofSeconds(11), new OwnLoad(0, 0.5, 2));

    assertThat(finding.cause()).isEqualTo(Cause.RESOLVE_TIMEOUT);
    assertThat(finding.variant()).isEqualTo(expected);
    assertThat(finding.detail()).startsWith("no answer in 11.0 s");
  }

  /** No DNS server is at fault. */
  @Test
  void anAddressWithAZoneThatIsNotHereIsToldAsSuch() {
    Finding finding = ResolveDiagnosis.noInterface("fe80::1%nosuch", "no such interface nosuch");

    assertThat(finding.variant()).isEqualTo(Variant.NO_INTERFACE);
    assertThat(CauseTexts.load().move(finding.cause(), finding.variant())).isEqualTo(Move.OURS);
  }

  /** A computer that is busy itself is named before a DNS server that answers in time. */
  @Test
  void ourOwnLoadIsNamedWhereItMayBeTheReason() {
    Finding idle = ResolveDiagnosis.timeout(List.of(), Duration.ofSeconds(11), OwnLoad.UNKNOWN);
    Finding busy =
        ResolveDiagnosis.timeout(
            replies(List.of(FOUND)), Duration.ofSeconds(11), new OwnLoad(40, 12.34, 2));
    CauseTexts texts = CauseTexts.load();
    Map<String, String> facts = new HashMap<>(busy.facts());
    facts.put("host", "pacs");
    facts.put("timeout", "11 s");

    assertThat(idle.facts()).doesNotContainKey(Condition.OWN_LOAD.mark());
    assertThat(texts.advice(busy.cause(), busy.variant(), facts, false).getFirst())
        .isEqualTo(
            "Check this peer alone, when this computer is less busy: at this time there was a"
                + " lookup of 40 other names and a load of 12.3 on 2 processors.");
    assertThat(texts.move(busy.cause(), busy.variant(), facts)).isEqualTo(Move.OURS);
  }

  @Test
  void theServersThatFailAndThoseThatAnswerAreNamedApart() {
    Finding finding =
        ResolveDiagnosis.unknown("pacs", "", replies(List.of(SERVFAIL, NO_NAME, SILENCE)));

    assertThat(finding.facts())
        .containsEntry("failed", "10.77.2.1 and 10.77.2.3")
        .containsEntry("knowing", "10.77.2.2")
        .containsEntry(
            "dns",
            "DNS server 10.77.2.1 answers with an error: SERVFAIL, it could not resolve the name;"
                + " DNS server 10.77.2.2 answers that there is no such name; DNS server 10.77.2.3"
                + " did not respond within 1.5 s");
  }

  @Test
  void aSlowLookupBlamesNoServerThatIsWell() {
    assertThat(
            ResolveDiagnosis.slow("pacs", Duration.ofSeconds(4), 0, replies(List.of(FOUND))).text())
        .isEqualTo(
            "The lookup of \"pacs\" took 4.0 s. If this happens every time, a DNS server of this"
                + " computer is slow.");
    assertThat(
            ResolveDiagnosis.slow(
                    "pacs", Duration.ofSeconds(10), 15, replies(List.of(FOUND, SILENCE, CLOSED)))
                .text())
        .contains(
            ": 10.77.2.2, the second of 3 DNS servers, did not respond within 1.5 s when asked"
                + " directly; 10.77.2.3, the third of 3 DNS servers, does not run: nothing"
                + " listens on its port 53.");
  }

  /** 500 names at a time are our own doing, whatever a server did then. */
  @Test
  void aLookupAmongManyOthersIsNotBlamedOnADnsServer() {
    assertThat(
            ResolveDiagnosis.slow(
                    "pacs", Duration.ofSeconds(5), 63, replies(List.of(FOUND, SILENCE)))
                .text())
        .contains("while 63 other names were looked up", "check this peer alone")
        .doesNotContain("10.77.2.2");
  }

  @Test
  void whatDnsHasForANameOfTheHostsFileIsSaidWhereItDiffers() {
    assertThat(ResolveDiagnosis.otherInDns(List.of(PACS), replies(List.of(FOUND)))).isEmpty();
    assertThat(ResolveDiagnosis.otherInDns(List.of(PACS), replies(List.of(NO_NAME)))).isEmpty();
    assertThat(
            ResolveDiagnosis.otherInDns(
                List.of(InetAddress.ofLiteral("10.77.2.21")), replies(List.of(SILENCE, FOUND))))
        .contains("10.77.2.20");
  }

  @Test
  void theFullNameIsOnlyThatOfTheAddressesThatWereFound() {
    assertThat(ResolveDiagnosis.fullName(List.of(PACS), replies(List.of(NO_NAME, FOUND))))
        .contains("pacs.lab");
    assertThat(
            ResolveDiagnosis.fullName(
                List.of(InetAddress.ofLiteral("10.77.2.21")), replies(List.of(FOUND))))
        .isEmpty();
  }
}
