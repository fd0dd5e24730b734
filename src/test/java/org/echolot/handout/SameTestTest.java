package org.echolot.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SameTestTest {

  @Test
  void echoscuHasBothTitlesAndAllTimeouts() {
    Timeouts timeouts =
        new Timeouts(
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(3_001),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5));

    assertThat(text(SameTest.ECHOSCU, request("CT1", "10.1.2.3").withTimeouts(timeouts), null))
        .isEqualTo("echoscu -v -aet ECHOLOT -aec CT1 -to 1 -ta 4 -td 4 10.1.2.3 104");
  }

  @Test
  void echoscuForWindowsIsQuotedForCmd() {
    assertThat(text(SameTest.ECHOSCU_WINDOWS, request("CT 1", "pacs"), null))
        .isEqualTo("echoscu -v -aet ECHOLOT -aec \"CT 1\" -to 5 -ta 10 -td 10 pacs 104");
  }

  /** The command calls the peer itself. */
  @ParameterizedTest
  @EnumSource
  void aProxyIsSaidNotToBeUsedByTheCommand(SameTest test) {
    CheckRequest byProxy =
        request("CT1", "10.1.2.3")
            .withApproach(
                Approach.PLAIN.withProxy(
                    new Approach.Proxy(Approach.Proxy.Kind.HTTP, "10.1.2.9", 3128)));

    assertThat(test.text(byProxy).lines().findFirst().orElseThrow())
        .startsWith(test == SameTest.ECHOSCU_WINDOWS ? "rem " : "# ")
        .contains("proxy 10.1.2.9:3128");
    assertThat(test.text(request("CT1", "10.1.2.3"))).doesNotContain("proxy");
  }

  @Test
  void ipv6IsToldToEchoscuWithTheVersionThatKnowsIt() {
    assertThat(text(SameTest.ECHOSCU, request("CT1", "fe80::1"), null).lines().toList())
        .containsExactly(
            "# IPv6 needs DCMTK 3.6.9 or newer.",
            "echoscu -v -aet ECHOLOT -aec CT1 -to 5 -ta 10 -td 10 -i6 fe80::1 104");
  }

  @Test
  void keyStoresAreNamedAsThePemFilesThatMustBeMadeOfThem() {
    List<String> lines =
        text(SameTest.ECHOSCU, request("CT1", "pacs"), tls("ca.jks", "me.p12")).lines().toList();

    assertThat(lines.getLast()).contains("+tls /site/me.pem /site/me.pem +cf /site/ca.pem");
    assertThat(lines).anyMatch(l -> l.startsWith("# ") && l.contains("openssl pkcs12 -in /site/"));
    assertThat(lines).anyMatch(l -> l.startsWith("# ") && l.contains("keytool -exportcert"));
  }

  @Test
  void whereJavasOwnTrustStoreIsUsedAFileMustBePutIn() {
    List<String> lines =
        text(SameTest.ECHOSCU, request("CT1", "pacs"), tls(null, null)).lines().toList();

    assertThat(lines.getLast()).contains("+tla +cf CA.pem pacs");
    assertThat(lines.getFirst()).startsWith("# CA.pem is a placeholder for ");
  }

  @Test
  void theSourceIsSaidToTheToolThatTakesItAndTheOthersSayThatTheyDoNot() {
    CheckRequest from = request("CT1", "10.1.2.3").withSource("10.77.3.10");

    assertThat(text(SameTest.NC, from, null)).isEqualTo("nc -vz -w 5 -s 10.77.3.10 10.1.2.3 104");
    for (SameTest tool : List.of(SameTest.ECHOSCU, SameTest.STORESCU, SameTest.POWERSHELL)) {
      assertThat(text(tool, from, null))
          .startsWith("# ")
          .contains(
              "cannot choose the address that it calls from; Echolot calls from 10.77.3.10.\n");
    }
  }

  @Test
  void storescuEchoesWithTheSameTimeouts() {
    assertThat(text(SameTest.STORESCU, request("CT 1", "pacs"), null))
        .isEqualTo(
            "storescu -b ECHOLOT -c 'CT 1@pacs:104' --connect-timeout 5000 --accept-timeout 10000"
                + " --response-timeout 10000 --release-timeout 3000");
  }

  @Test
  void storescuOverTlsNamesCiphersThatTodaysJavaHas() {
    assertThat(text(SameTest.STORESCU, request("CT1", "pacs"), tls("ca.p12", null)))
        .contains("--tls12 --tls-cipher TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
        .contains("--tls-eia-https --key-store '' --trust-store /site/ca.p12");
  }

  @Test
  void portTestsAreQuotedToo() {
    assertThat(text(SameTest.POWERSHELL, request("CT1", "fe80::1"), null))
        .isEqualTo("Test-NetConnection -ComputerName fe80::1 -Port 104");
    assertThat(text(SameTest.NC, request("CT1", "fe80::1"), null))
        .isEqualTo("nc -vz -w 5 fe80::1 104");
  }

  @Test
  void whatAToolCanNotDoIsSaid() {
    assertThat(obstacle(SameTest.ECHOSCU, request("@CT1", "pacs"))).contains("begins with @");
    assertThat(obstacle(SameTest.STORESCU, request("CT1", "::1"))).contains("IPv6");
    assertThat(obstacle(SameTest.STORESCU, request("CT@1", "pacs"))).contains("@");
    assertThat(obstacle(SameTest.ORTHANC_TOOL, request("@CT1", "::1"))).isNull();
    assertThatThrownBy(() -> text(SameTest.STORESCU, request("CT1", "::1"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void noNameOfAFileCanAddALine(SameTest test) {
    CheckRequest target = request("CT1", "pacs").withTls(tls("x\nreboot.pem", null));

    assertThat(test.obstacle(target)).contains("control characters");
  }

  @ParameterizedTest
  @EnumSource
  void remarksShowMarksOfDirectionEscaped(SameTest test) {
    CheckRequest target = request("CT1", "pacs").withTls(tls("x\u202E.p12", null));

    assertThat(test.text(target).lines().filter(l -> l.startsWith("#") || l.startsWith("rem")))
        .noneMatch(line -> line.contains("\u202E"));
  }

  private static TlsSettings tls(@Nullable String trusted, @Nullable String certificate) {
    return new TlsSettings(
        trusted == null ? null : Path.of("/site", trusted),
        null,
        certificate == null ? null : Path.of("/site", certificate),
        null,
        true,
        null,
        TlsProfile.RUNTIME);
  }

  private static @Nullable String obstacle(SameTest test, CheckRequest request) {
    return test.obstacle(request);
  }

  private static String text(SameTest test, CheckRequest request, @Nullable TlsSettings tls) {
    return test.text(request.withTls(tls));
  }

  private static CheckRequest request(String calledAe, String host) {
    return CheckRequest.of("peer", new AeTitle(calledAe), new AeTitle("ECHOLOT"), host, 104);
  }
}
