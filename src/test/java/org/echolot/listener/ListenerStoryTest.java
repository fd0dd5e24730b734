package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckStage;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.junit.jupiter.api.Test;

/** What the listener tells of its callers, and that the telling holds up nobody. */
class ListenerStoryTest {

  private final List<JournalLine> lines = new CopyOnWriteArrayList<>();
  private final Journal journal = new Journal();

  private static void echoAndRelease(RawCaller caller) throws IOException {
    caller.associate(AE).send(RawCaller.echo(1, 1)).receiveCommand();
    assertThat(caller.send(new ReleaseRq()).receive()).isInstanceOf(ReleaseRp.class);
  }

  @Test
  void eachCallerIsAConversationAndTheListenerItselfIsNone() throws IOException {
    journal.addReader(lines::add);
    long taken = journal.newConversation();
    try (VerificationScp scp = VerificationScp.start(TestListener.withAtMost(8), journal);
        RawCaller first = new RawCaller(scp.address());
        RawCaller second = new RawCaller(scp.address())) {
      echoAndRelease(first);
      echoAndRelease(second);
    }

    assertThat(lines).extracting(JournalLine::source).containsOnly(LineSource.LISTENER);
    assertThat(lines.getFirst().conversationId()).isZero();
    assertThat(lines.getLast().conversationId()).isZero();
    assertThat(lines)
        .extracting(JournalLine::conversationId)
        .filteredOn(id -> id != 0)
        .containsOnly(taken + 1, taken + 2);
    for (long id = taken + 1; id <= taken + 2; id++) {
      long conversation = id;
      assertThat(lines)
          .filteredOn(line -> line.conversationId() == conversation)
          .extracting(JournalLine::text)
          .first()
          .asString()
          .startsWith("Connection from ");
      assertThat(lines)
          .filteredOn(line -> line.conversationId() == conversation)
          .extracting(JournalLine::text)
          .last()
          .isEqualTo("Association with \"CALLER\" released after 1 echo");
    }
  }

  @Test
  void theLinesOfACallerBelongToTheStagesOfACheck() throws IOException {
    journal.addReader(lines::add);
    try (VerificationScp scp = VerificationScp.start(TestListener.withAtMost(8), journal);
        RawCaller caller = new RawCaller(scp.address())) {
      echoAndRelease(caller);
    }

    assertThat(lines)
        .filteredOn(line -> line.conversationId() != 0 && line.level() == JournalLine.Level.INFO)
        .extracting(JournalLine::stage)
        .startsWith(CheckStage.CONNECT, CheckStage.ASSOCIATE)
        .contains(CheckStage.ECHO)
        .endsWith(CheckStage.RELEASE);
  }

  @Test
  void aReaderOfTheJournalThatBlocksKeepsNoSlotAndHoldsUpNoCaller() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch blocked = new CountDownLatch(1);
    journal.addReader(
        line -> {
          blocked.countDown();
          try {
            assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          lines.add(line);
        });
    try (VerificationScp scp = VerificationScp.start(TestListener.withAtMost(1), journal)) {
      assertThat(blocked.await(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 3; i++) {
        try (RawCaller caller = new RawCaller(scp.address())) {
          echoAndRelease(caller);
        }
      }
      assertThat(lines).isEmpty();
      goOn.countDown();
      await()
          .untilAsserted(
              () ->
                  assertThat(lines)
                      .extracting(JournalLine::text)
                      .filteredOn("Association with \"CALLER\" released after 1 echo"::equals)
                      .hasSize(3));
    } finally {
      goOn.countDown();
    }
  }
}
