package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.UserIdentity;
import org.echolot.concurrent.StopSignal;
import org.echolot.dcm4che.Dcm4cheEngine;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.Implementation;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.secrets.SecretBook;
import org.echolot.tls.material.TlsMaterials;
import org.junit.jupiter.api.Test;

/** How dcm4che is found, what it says of itself, and who hears it. */
class Dcm4cheStoryTest extends EchoEngineContract {

  private final SecretBook secrets = new SecretBook();
  private final EchoEngines engines = EchoEngines.installed(new TlsMaterials(secrets), secrets);
  private final List<String> log = new ArrayList<>();
  private final CheckListener logged =
      event -> {
        if (event instanceof InAssociation(StackLogged line)) {
          log.add(line.level() + " " + line.text());
        }
      };

  @Override
  EchoEngine engine() {
    return engines.named("dcm4che").orElseThrow();
  }

  @Test
  void itIsFoundBesideOurOwn() {
    assertThat(engines.all())
        .extracting(EchoEngine::name)
        .containsExactly("echolot", Dcm4cheEngine.NAME);
    assertThat(engine()).isInstanceOf(Dcm4cheEngine.class);
  }

  @Test
  void itComesUnderOurOwnName() {
    check(
        line -> {
          AssociateRq rq = line.acceptAssociation();
          assertThat(rq.userInformation().implementationClassUid())
              .contains(Implementation.CLASS_UID);
          assertThat(rq.userInformation().implementationVersionName())
              .contains(Implementation.VERSION_NAME);
          assertThat(rq).isEqualTo(VerificationProposal.of(request(104), null));
        });
  }

  @Test
  void itsOwnLogIsHeardByWhoeverListensToTheCheck() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      check(request(peer.port()), logged, new StopSignal());
    }

    assertThat(log)
        .anyMatch(
            line ->
                line.startsWith("INFO dcm4che: ECHOLOT->SCRIPTED(")
                    && line.contains("<< A-ASSOCIATE-RQ"))
        .anyMatch(line -> line.startsWith("INFO dcm4che: ") && line.contains(">> A-ASSOCIATE-AC"))
        .anyMatch(line -> line.startsWith("DEBUG dcm4che: ") && line.contains("enter state: Sta6"))
        .anyMatch(line -> line.contains("C-ECHO-RSP"));
  }

  @Test
  void noSecretIsInItsLogNorItsLength() {
    UserIdentity identity = new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true);
    secrets.remember(
        identity.secretKey(CheckRequest.idOfUnsaved("Peer")), "s3cr3t-7".toCharArray());
    try (ScriptedPeer peer = ScriptedPeer.playing(Line::serveEcho)) {
      CheckResult result =
          check(request(peer.port()).withUserIdentity(identity), logged, new StopSignal());
      assertThatResult(result).succeeded();
    }

    assertThat(log)
        .anyMatch(line -> line.contains("not shown: it holds a user identity"))
        .noneMatch(line -> line.contains("s3cr3t") || line.contains("****"));
  }

  @Test
  void whatIsSentIsToldBeforeWhatAnswersIt() {
    List<String> pdus = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    CheckListener listener =
        event -> {
          if (event instanceof InAssociation(PduSent sent)) {
            pdus.add("> " + sent.pdu().getClass().getSimpleName());
            times.add(sent.at());
          } else if (event instanceof InAssociation(PduReceived received)) {
            pdus.add("< " + received.pdu().getClass().getSimpleName());
            times.add(received.at());
          }
        };
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      check(request(peer.port()), listener, new StopSignal());
    }

    assertThat(pdus)
        .containsExactly(
            "> AssociateRq",
            "< AssociateAc",
            "> PDataTf",
            "< PDataTf",
            "> ReleaseRq",
            "< ReleaseRp");
    assertThat(times.getFirst()).isBefore(times.getLast());
  }

  @Test
  void aDeadlineThatPassesReadsAboutTheTimeOut() {
    CheckResult result = checkHurriedly(CheckStage.ASSOCIATE, Line::staySilent);

    assertThat(result.stages())
        .filteredOn(stage -> stage.stage() == CheckStage.ASSOCIATE)
        .singleElement()
        .satisfies(
            stage -> assertThat(stage.duration()).isBetween(SHORT.dividedBy(3), SHORT.plus(GRACE)));
  }
}
