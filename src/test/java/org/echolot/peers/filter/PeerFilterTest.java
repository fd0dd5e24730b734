package org.echolot.peers.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerWatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words by which peers are chosen mean what their users guess. */
class PeerFilterTest {

  private record Subject(
      Peer peer,
      State state,
      @Nullable Cause cause,
      @Nullable Duration echoTime,
      OptionalLong certificateDays,
      String resultWords)
      implements PeerSubject {}

  private static final Peer CT =
      new Peer(
          UUID.randomUUID(),
          "CT 1 Tokyo",
          new AeTitle("CT1"),
          "10.1.2.30",
          104,
          new AeTitle("STATION"),
          List.of("ct", "ward 4"),
          "Hotline 4711",
          PeerTimeouts.DEFAULT,
          null,
          null,
          null,
          RawFields.NONE);

  private static final PeerSubject FAILING =
      new Subject(
          CT,
          PeerSubject.State.FAILING,
          Cause.REJECTED_CALLED_AE,
          null,
          OptionalLong.empty(),
          "Called AE title unknown");

  private static final PeerSubject WATCHED =
      new Subject(
          Peer.of("Archive", new AeTitle("ARC"), "arc.example", 2762)
              .withTls(PeerTls.DEFAULT)
              .withWatch(PeerWatch.DEFAULT),
          PeerSubject.State.OK,
          null,
          Duration.ofMillis(120),
          OptionalLong.of(12),
          "120 ms");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // words                  | CT    | archive
        "''                       | true  | true",
        "failing                  | true  | false",
        "FAILED                   | true  | false",
        "is:failing               | true  | false",
        "is:fai                   | true  | false",
        "is:                      | true  | true",
        "ok                       | false | true",
        "warning                  | false | false",
        "never                    | false | false",
        "watched                  | false | true",
        "-watched                 | true  | false",
        "tls                      | false | true",
        "-tls                     | true  | false",
        "tag:ct failing           | true  | false",
        "tag:mr,ct                | true  | false",
        "tag:\"ward 4\"          | true  | false",
        "tags:ward                | true  | false",
        "cause:rejected           | true  | false",
        "cause:called-ae          | true  | false",
        "cause:timeout            | false | false",
        "10.1.2.                  | true  | false",
        "10.1.2.3                 | true  | false",
        "0.1.2.                   | false | false",
        "10.1.2.0/24              | true  | false",
        "10.1.2.32/27             | false | false",
        "10.0.0.0/8               | true  | false",
        "host:arc                 | false | true",
        "arc.example:27           | false | true",
        "port:104                 | true  | false",
        "ae:arc                   | false | true",
        "calling:station          | true  | false",
        "notes:4711               | true  | false",
        "name:tokyo               | true  | false",
        "cert<30d                 | false | true",
        "cert<30                  | false | true",
        "cert<1w                  | false | false",
        "cert>10                  | false | true",
        "cert<                    | true  | true",
        "slow>100ms               | false | true",
        "slow>1s                  | false | false",
        "time<1s                  | false | true",
        "slow>                    | true  | true",
        "tok                      | true  | false",
        "\"ok\"                   | true  | false",
        "hotline -failing         | false | false"
      })
  void eachWordHolds(String words, boolean ct, boolean archive) {
    PeerFilter filter = PeerFilter.of(words);

    assertThat(filter.test(FAILING)).as("CT").isEqualTo(ct);
    assertThat(filter.test(WATCHED)).as("archive").isEqualTo(archive);
    assertThat(filter.fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tga:ct        | There is no field \"tga:\" of peers. Did you mean tag:?",
        "couse:abort   | There is no field \"couse:\" of peers. Did you mean cause:?",
        "foo:bar       | There is no field \"foo:\" of peers",
        "is:faling     | There is no state \"is:faling\": failing, warning, ok, unchecked, worse or"
            + " watched. Did you mean failing?",
        "cause:rejectd | No cause is called \"rejectd\". Did you mean rejected?",
        "cert<soon     | A number of days is needed, for example cert<30d",
        "slow>1h       | A time is needed, for example slow>100ms"
      })
  void aWrongWordIsToldWithWhatWasPerhapsMeant(String words, String fault) {
    assertThat(PeerFilter.of("ct " + words).fault()).contains(fault);
  }

  @Test
  void anAddressIsNoWrongField() {
    assertThat(PeerFilter.of("localhost:4242 fe80::1 dead:beef::1").fault()).isEmpty();
  }

  @Test
  void itKnowsWhetherItAsksForResults() {
    assertThat(PeerFilter.of("tag:ct berlin watched").asksForResults()).isFalse();
    assertThat(PeerFilter.of("tag:ct -failing").asksForResults()).isTrue();
    assertThat(PeerFilter.of("cert<30d").asksForResults()).isTrue();
  }

  @Test
  void eachWordOfTheHelpIsOneOfTheLanguage() {
    for (FilterHelp help : FilterHelp.all()) {
      assertThat(PeerFilter.of(help.word()).fault()).as(help.word()).isEmpty();
    }
  }

  @Test
  void buttonsKnowTheWordsThatSayTheSame() {
    assertThat(FilterText.has("tag:ct failed", "is:failing")).isTrue();
    assertThat(FilterText.with("ct failed", "is:ok")).isEqualTo("ct is:ok");
    assertThat(FilterText.without("ct failing", "is:failing")).isEqualTo("ct");
    assertThat(FilterText.asksForState("\"failing\"")).isFalse();
    assertThat(FilterText.withoutState("ct watched failing")).isEqualTo("ct watched");
    assertThat(FilterText.tag("ward 4")).isEqualTo("tag:\"ward 4\"");
  }
}
