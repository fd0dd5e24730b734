package org.echolot.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.json.JsonDocument.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read again. */
class RecordingFileTest {

  private static RecordedCheck again(RecordedCheck check) throws FaultException {
    return RecordingFile.read(RecordingFile.bytes(check));
  }

  private static String text(RecordedCheck check) {
    return new String(RecordingFile.bytes(check), StandardCharsets.UTF_8);
  }

  @Test
  void theSamplesHaveEachKindOfEvent() {
    Set<Class<?>> kinds =
        RecordedSamples.events().stream()
            .map(e -> e instanceof InAssociation(AssociationEvent inside) ? inside : e)
            .map(Object::getClass)
            .collect(Collectors.toSet());

    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(kinds(CheckEvent.class), kinds(AssociationEvent.class))
                .filter(kind -> kind != InAssociation.class)
                .toList());
    assertThat(EventKind.values()).hasSameSizeAs(kinds);
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isInterface()
        ? Stream.of(Objects.requireNonNull(type.getPermittedSubclasses()))
            .flatMap(RecordingFileTest::kinds)
        : Stream.of(type);
  }

  @Test
  void everyKindOfEventIsReadAsItWasWritten() throws FaultException {
    for (CheckEvent event : RecordedSamples.events()) {
      for (CheckResult result :
          List.of(RecordedSamples.fullResult(), RecordedSamples.emptyResult())) {
        RecordedCheck check = new RecordedCheck(result, new Recording(List.of(event), 0, 0));

        assertThat(again(check)).isEqualTo(check);
      }
    }
  }

  @Test
  void aCheckWithSomethingInEveryFieldIsReadAsItWasWritten() throws FaultException {
    assertThat(again(RecordedSamples.full())).isEqualTo(RecordedSamples.full());
  }

  @Test
  void aCheckThatNeverBeganIsReadAsItWasWritten() throws FaultException {
    RecordedCheck check = new RecordedCheck(RecordedSamples.emptyResult(), Recording.EMPTY);

    assertThat(again(check)).isEqualTo(check);
  }

  @Test
  void theNamesOfHostsAreKeptThoughTheyDoNotCountInAComparison() throws FaultException {
    CheckResult result = again(RecordedSamples.full()).result();

    assertThat(result.localAddress()).hasToString("me.example/10.0.0.1:65535");
    assertThat(result.remoteAddress()).hasToString("/[2001:db8:0:0:0:0:0:1]:104");
  }

  @Test
  void theZoneOfAnAddressOfAnotherComputerIsLeftOut() throws FaultException {
    String file = text(RecordedSamples.full()).replace("2001:db8::1", "fe80::1%nowhere0");

    assertThat(RecordingFile.read(file.getBytes(StandardCharsets.UTF_8)).result().remoteAddress())
        .hasToString("/[fe80:0:0:0:0:0:0:1]:104");
  }

  @Test
  void whatTheResultSaysTooIsWrittenOnce() {
    CheckResult result = RecordedSamples.fullResult();
    Recording recording =
        new Recording(
            List.of(
                new CheckEvent.CheckStarted(result.request(), RecordedSamples.AT),
                new CheckEvent.TlsShown(RecordedSamples.fullReport(), RecordedSamples.AT),
                new CheckEvent.CheckEnded(result, RecordedSamples.AT)),
            0,
            0);

    assertThat(text(new RecordedCheck(result, recording)))
        .containsOnlyOnce("\"calledAe\"")
        .containsOnlyOnce("\"cipherSuite\"")
        .containsOnlyOnce("\"summary\"");
  }

  @Test
  void fieldsThatThisVersionDoesNotKnowAreIgnored() throws FaultException {
    String file =
        text(RecordedSamples.full()).replaceAll("\\{(?=\\s)", "{ \"new\": [{ \"a\": null }],");

    assertThat(RecordingFile.read(file.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(RecordedSamples.full());
  }

  @Test
  void eventsThatThisVersionDoesNotKnowArePassedOverAndCounted() throws FaultException {
    Recording all = new Recording(RecordedSamples.events(), 0, 0);
    List<CheckEvent> known = new ArrayList<>(all.events());
    known.removeIf(CheckEvent.Stopped.class::isInstance);
    String file =
        text(new RecordedCheck(RecordedSamples.fullResult(), all))
            .replace("\"event\": \"stopped\"", "\"event\": \"paused\"");

    RecordedCheck read = RecordingFile.read(file.getBytes(StandardCharsets.UTF_8));

    assertThat(read.recording().events()).isEqualTo(known);
    assertThat(read.unknownEvents()).isEqualTo(1);
    assertThat(again(read)).isEqualTo(read);
  }

  @Test
  void aFileOnDiskIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("check.json");
    RecordingFile.write(file, RecordedSamples.full());

    assertThat(RecordingFile.read(file)).isEqualTo(RecordedSamples.full());
    assertThatThrownBy(() -> RecordingFile.read(folder.resolve("none.json")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void allThatARecorderKeepsFits() throws FaultException {
    Recorder recorder = new Recorder();
    CheckEvent longest =
        new Remarked(CheckStage.ASSOCIATE, "\0".repeat(1_000_000), RecordedSamples.AT);
    CheckEvent shortest = new Remarked(CheckStage.ASSOCIATE, "", RecordedSamples.AT);
    recorder.told(longest);
    for (int i = 0; i < 10_000; i++) {
      recorder.told(shortest);
    }
    RecordedCheck check = new RecordedCheck(RecordedSamples.fullResult(), recorder.recording());

    assertThat(again(check)).isEqualTo(check);
  }

  @Test
  void whatIsTooLongToBeReadIsNotWritten(@TempDir Path folder) {
    Path file = folder.resolve("check.json");
    RecordedCheck check =
        new RecordedCheck(
            RecordedSamples.fullResult(),
            new Recording(
                List.of(
                    new Remarked(
                        CheckStage.TLS, "x".repeat(RecordingFile.MAX_BYTES), RecordedSamples.AT)),
                0,
                0));

    assertThatThrownBy(() -> RecordingFile.write(file, check))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " could not be saved: it would be longer than 8 MiB");
    assertThat(Files.exists(file)).isFalse();
  }
}
