package org.echolot.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RegistrationFormTest {

  private static final CheckRequest PEER = Results.request("CT 1");

  private static final Registration US =
      new Registration(new AeTitle("ECHO 1"), "10.1.9.8", "", 11_112, PEER, null);

  @Test
  void messageSaysWhoWeAreWhomWeCallAndWhatTheyAnswered() {
    Registration us =
        new Registration(
            new AeTitle("ECHOLOT"), "10.1.9.8", "ws8.site", 11_112, PEER, Results.rejected(PEER));

    assertThat(RegistrationForm.MESSAGE.text(us))
        .contains("Subject: DICOM: please register the calling AE title ECHOLOT at CT1\n")
        .contains("  AE title    ECHOLOT ")
        .contains("  IP address  10.1.9.8 ")
        .contains("  Host name   ws8.site\n")
        .contains("  Port        11112 ")
        .contains("  Address     10.1.2.3:104\n")
        .contains("2026-11-23 10:15:30 +01:00 (2026-11-23 09:15:30 UTC)")
        .contains("result 1 (rejected-permanent), source 1");
  }

  @Test
  void messageSaysThatOurAddressIsNotKnown() {
    Registration us = Registration.of(PEER, null, 11_112, "");

    assertThat(RegistrationForm.MESSAGE.text(us)).contains("IP address  not known to us");
  }

  @ParameterizedTest
  @EnumSource
  void whereOurAddressIsNotKnownItIsSaid(RegistrationForm form) {
    Registration us = Registration.of(PEER, null, 11_112, "");

    assertThat(form.notes(us).getFirst()).startsWith("Our address is not known yet");
    assertThat(form.notes(US)).noneMatch(note -> note.contains("not known yet"));
  }

  @Test
  void deviceOfDcm4cheeIsJsonWithTheAttributesOfItsSchema() {
    Registration us = new Registration(new AeTitle("A \"1\""), "10.1.9.8", "", 11_112, null, null);

    JsonNode device = JsonMapper.shared().readTree(RegistrationForm.DCM4CHEE.text(us));

    assertThat(device.get("dicomDeviceName").asString()).isEqualTo("a-1");
    assertThat(device.at("/dicomNetworkConnection/0/dicomHostname").asString())
        .isEqualTo("10.1.9.8");
    assertThat(device.at("/dicomNetworkConnection/0/dicomPort").asInt()).isEqualTo(11_112);
    assertThat(device.at("/dicomNetworkAE/0/dicomAETitle").asString()).isEqualTo("A \"1\"");
    assertThat(
            device
                .at(device.at("/dicomNetworkAE/0/dicomNetworkConnectionReference/0").asString())
                .isObject())
        .isTrue();
  }

  @Test
  void titlesThatDcmqrscpCanNotReadAreSaid() {
    assertThat(RegistrationForm.DCMQRSCP.obstacle(US)).contains("\"ECHO 1\"");
    for (RegistrationForm form : List.of(RegistrationForm.ORTHANC, RegistrationForm.DCM4CHEE)) {
      assertThat(form.obstacle(US)).isNull();
    }
  }

  @Test
  void firewallRuleIsForOnePeer() {
    Registration nobody = new Registration(new AeTitle("A"), "10.1.9.8", "", 11_112, null, null);
    for (RegistrationForm form :
        List.of(RegistrationForm.FIREWALL, RegistrationForm.FIREWALL_HTML)) {
      assertThat(form.obstacle(nobody)).contains("select the peer");
      assertThat(form.obstacle(US)).isNull();
      assertThat(form.text(US)).contains("10.1.9.8 to 10.1.2.3, TCP port 104");
    }
  }

  @Test
  void hostTableNamesTheAddressAndTheNameThatAReverseLookUpGives() {
    Registration us =
        new Registration(new AeTitle("ECHO-1"), "10.1.9.8", "ws8.site", 11_112, null, null);

    assertThat(RegistrationForm.DCMQRSCP.text(us))
        .isEqualTo(
            """
            echo_1_ip = (ECHO-1, 10.1.9.8, 11112)
            echo_1_name = (ECHO-1, ws8.site, 11112)
            echo_1 = echo_1_ip, echo_1_name
            """);
  }

  @Test
  void ourAddressIsKeptWithoutTheNameOfANetworkCard() {
    assertThat(new Registration(new AeTitle("A"), "fe80::1%eth0", "", 1, null, null).address())
        .isEqualTo("fe80::1");
  }

  @Test
  void whatIsNoAddressCanNotGetIntoAConfiguration() {
    assertThatThrownBy(() -> new Registration(new AeTitle("A"), "x, 1)\ny = (Z", "", 1, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Registration(new AeTitle("A"), "10.1.9.8", "x, 1)\ny", 1, null, null).hostName())
        .isEmpty();
  }
}
