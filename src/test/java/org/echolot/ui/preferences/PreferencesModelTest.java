package org.echolot.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.CheckSettings;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.ListenerSettings;
import org.echolot.settings.ListenerTls;
import org.echolot.settings.Theme;
import org.echolot.ui.preferences.PreferencesModel.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PreferencesModelTest {

  private static final Preferences START =
      new Preferences(
          new AeTitle("ECHOLOT"),
          new AppearanceSettings(Theme.LIGHT, false),
          new CheckSettings(64, true, "dcm4che"),
          new ListenerSettings(new AeTitle("MYSELF"), 11_112, false, true),
          new HistorySettings(90, 730));

  private final List<AppearanceSettings> looks = new ArrayList<>();
  private final PreferencesModel model =
      new PreferencesModel(START, List.of("10.1.9.8"), looks::add);

  @Test
  void whatNobodyTouchesStaysAsItIs() {
    assertThat(model.accept()).contains(START);
    assertThat(looks).isEmpty();
  }

  @Test
  void whatWasTypedAndChosenHoldsOnceItIsAccepted() {
    model.text(Field.CALLING_AE).set("WORKSTATION1");
    model.text(Field.PARALLELISM).set(" 8 ");
    model.text(Field.ASSOCIATE_TIMEOUT).set("1m");
    model.text(Field.LISTENER_PORT).set("104");
    model.text(Field.KEPT_DAYS).set("30");
    model.probesTlsProperty().set(false);
    model.anyCalledProperty().set(true);
    model.startsWithWindowProperty().set(false);
    model.addressProperty().set(ListenerSettings.ALL);

    Preferences chosen = model.accept().orElseThrow();

    assertThat(chosen.callingAe()).isEqualTo(new AeTitle("WORKSTATION1"));
    assertThat(chosen.checks().parallelism()).isEqualTo(8);
    assertThat(chosen.checks().probesTls()).isFalse();
    assertThat(chosen.checks().engine()).as("what is not asked here").isEqualTo("dcm4che");
    assertThat(chosen.checks().timeouts().associate()).isEqualTo(Duration.ofMinutes(1));
    assertThat(chosen.checks().timeouts().connect()).isEqualTo(Duration.ofSeconds(5));
    assertThat(chosen.listener())
        .isEqualTo(
            new ListenerSettings(new AeTitle("MYSELF"), 104, true, false, ListenerSettings.ALL));
    assertThat(chosen.history()).isEqualTo(new HistorySettings(30, 730));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CALLING_AE        | SEVENTEEN_LETTERS | 16
          LISTENER_AE       | NO\\GOOD          | backslash
          PARALLELISM       | 0                 | from 1 to 1000
          PARALLELISM       | 1001              | from 1 to 1000
          PARALLELISM       | many              | from 1 to 1000
          LISTENER_PORT     | 65536             | from 1 to 65535
          LISTENER_PORT     | 99999999999       | from 1 to 65535
          KEPT_DAYS         | -1                | from 1 to 36500
          HOURS_KEPT_DAYS   | 36501             | from 1 to 36500
          CONNECT_TIMEOUT   | 5                 | The unit is missing
          ECHO_TIMEOUT      | 2h                | 1 hour at most
          """)
  void whatIsWrongIsSaidAtItsFieldAndNothingIsAccepted(Field field, String text, String fault) {
    model.text(field).set(text);
    assertThat(model.faultProperty(field).get()).contains(fault);
    assertThat(model.firstFault()).contains(field);
    assertThat(model.accept()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Field.class,
      names = {"LISTENER_CERTIFICATE", "LISTENER_KEY", "LISTENER_TRUSTED"},
      mode = EnumSource.Mode.EXCLUDE)
  void noFieldButThoseOfFilesMayBeEmpty(Field field) {
    model.text(field).set("");
    assertThat(model.faultProperty(field).get()).isNotBlank();
    assertThat(model.accept()).isEmpty();
  }

  @Test
  void howTheWindowLooksIsTriedAtOnceAndCancelSetsItBack() {
    model.themeProperty().set(Theme.CONTRAST);
    assertThat(looks).last().isEqualTo(new AppearanceSettings(Theme.CONTRAST, false));
    model.compactProperty().set(true);
    assertThat(looks).last().isEqualTo(new AppearanceSettings(Theme.CONTRAST, true));

    model.cancel();
    assertThat(looks).last().isEqualTo(START.appearance());
  }

  @Test
  void tlsNeedsACertificate() {
    assertThat(model.faultProperty(Field.LISTENER_CERTIFICATE).get()).isNull();
    model.tlsProperty().set(true);
    assertThat(model.firstFault()).contains(Field.LISTENER_CERTIFICATE);
    assertThat(model.accept()).isEmpty();
    model.text(Field.LISTENER_TRUSTED).set("no\0file");
    model.text(Field.LISTENER_CERTIFICATE).set(" me.pem ");
    assertThat(model.firstFault()).contains(Field.LISTENER_TRUSTED);
    model.text(Field.LISTENER_TRUSTED).set("ca.pem");
    model.requiresCertificateProperty().set(true);
    assertThat(model.accept().orElseThrow().listener().tls())
        .isEqualTo(new ListenerTls(true, "me.pem", "", "ca.pem", true));

    model.text(Field.LISTENER_CERTIFICATE).set("");
    model.tlsProperty().set(false);
    assertThat(model.accept()).as("nobody asks for a certificate").isPresent();
  }

  @Test
  void whoCanCallUsIsSaidInWords() {
    assertThat(model.reachProperty().get()).contains("Only programs on this computer");
    model.addressProperty().set(ListenerSettings.ALL);
    assertThat(model.reachProperty().get()).contains("Every computer", "allow port 11112");
    model.text(Field.LISTENER_PORT).set("104");
    assertThat(model.reachProperty().get()).contains("allow port 104");
    model.addressProperty().set("10.1.9.8");
    assertThat(model.reachProperty().get()).contains("10.1.9.8");
  }

  @Test
  void anAddressThatThisComputerHasNoLongerCanStayChosen() {
    assertThat(model.addresses()).containsExactly("loopback", "all", "10.1.9.8");
    Preferences elsewhere =
        new Preferences(
            START.callingAe(),
            START.appearance(),
            START.checks(),
            new ListenerSettings(new AeTitle("MYSELF"), 104, false, true, "10.7.7.7"),
            START.history());

    PreferencesModel other = new PreferencesModel(elsewhere, List.of("10.1.9.8"), looks::add);

    assertThat(other.addresses()).containsExactly("loopback", "all", "10.1.9.8", "10.7.7.7");
    assertThat(other.accept()).contains(elsewhere);
  }
}
