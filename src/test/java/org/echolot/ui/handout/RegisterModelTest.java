package org.echolot.ui.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.RegistrationForm;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class RegisterModelTest {

  private static final CheckRequest PEER = Results.request("CT 1");
  private static final CheckResult CONNECTED = Results.success(PEER, Duration.ofMillis(1));

  @Test
  void whatTheCheckShowedIsFilledIn() {
    RegisterModel model = model(CONNECTED);

    assertThat(model.aeProperty().get()).isEqualTo("ECHOLOT");
    assertThat(model.addressProperty().get()).isEqualTo("127.0.0.1");
    assertThat(model.portProperty().get()).isEqualTo("11112");
    assertThat(model.textProperty().get()).contains("IP address  127.0.0.1");
    assertThat(model.notesProperty().get()).isEmpty();
  }

  @Test
  void withoutAConnectionOurAddressIsSaidToBeUnknown() {
    RegisterModel model = model(Results.rejected(PEER));
    model.formProperty().set(RegistrationForm.ORTHANC);

    assertThat(model.textProperty().get()).contains("OUR-ADDRESS");
    assertThat(model.notesProperty().get()).startsWith("Our address is not known yet");

    model.addressProperty().set("10.1.9.8");

    assertThat(model.textProperty().get()).contains("\"10.1.9.8\"").doesNotContain("OUR-");
    assertThat(model.notesProperty().get()).doesNotContain("not known yet");
  }

  @Test
  void aFieldThatIsWrongLeavesNothingToCopy() {
    RegisterModel model = model(CONNECTED);

    model.addressProperty().set("10.1.9");
    assertThat(model.faultProperty().get()).contains("not an IP address");
    assertThat(model.textProperty().get()).isEmpty();
    model.addressProperty().set("");
    assertThat(model.faultProperty().get()).isEmpty();

    model.portProperty().set("0");
    assertThat(model.faultProperty().get()).contains("from 1 to 65535");
    model.portProperty().set(" 104 ");
    assertThat(model.faultProperty().get()).isEmpty();

    model.aeProperty().set("NO\\GOOD");
    assertThat(model.faultProperty().get()).contains("backslash");
    assertThat(model.textProperty().get()).isEmpty();
  }

  @Test
  void whatASystemCanNotHoldIsSaidForThatSystemAlone() {
    RegisterModel model = model(CONNECTED);
    model.aeProperty().set("ECHO LOT");

    model.formProperty().set(RegistrationForm.DCMQRSCP);
    assertThat(model.faultProperty().get()).contains("dcmqrscp.cfg cannot contain");
    assertThat(model.textProperty().get()).isEmpty();

    model.formProperty().set(RegistrationForm.ORTHANC);
    assertThat(model.faultProperty().get()).isEmpty();
    assertThat(model.textProperty().get()).contains("ECHO LOT");
  }

  @Test
  void ourHostNameIsLookedUpUnlessThereIsNone() {
    RegisterModel named = model(CONNECTED);
    named.lookUpHostName(_ -> "ws8.site", Runnable::run, Runnable::run);
    assertThat(named.hostNameProperty().get()).isEqualTo("ws8.site");

    RegisterModel nameless = model(CONNECTED);
    Function<InetAddress, String> noName = InetAddress::getHostAddress;
    nameless.lookUpHostName(noName, Runnable::run, Runnable::run);
    assertThat(nameless.hostNameProperty().get()).isEmpty();
  }

  @Test
  void whatTheUserTypedStandsWhenTheLookUpEnds() {
    RegisterModel model = model(CONNECTED);
    model.hostNameProperty().set("mine.site");

    model.lookUpHostName(_ -> "ws8.site", Runnable::run, Runnable::run);

    assertThat(model.hostNameProperty().get()).isEqualTo("mine.site");
  }

  private static RegisterModel model(CheckResult last) {
    return new RegisterModel(PEER, last, new AeTitle("ECHOLOT"), 11_112);
  }
}
