package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.concurrent.StopSignal;
import org.junit.jupiter.api.Test;

class HostNamesTest {

  private static final InetAddress ADDRESS = InetAddress.ofLiteral("10.1.2.3");

  @Test
  void eachNameGetsItsAnswer() {
    HostNames names =
        new HostNames(
            host -> {
              if (host.equals("gone")) {
                throw new UnknownHostException(host);
              }
              return new InetAddress[] {ADDRESS};
            });

    Map<String, Answer> answers =
        names.lookUp(List.of("good", "gone", "10.9.8.7"), Duration.ofMinutes(1), new StopSignal());

    assertThat(answers)
        .containsExactly(
            Map.entry("good", new Answer.Found(List.of(ADDRESS))),
            Map.entry("gone", new Answer.Unknown()),
            Map.entry("10.9.8.7", new Answer.Found(List.of(InetAddress.ofLiteral("10.9.8.7")))));
  }

  @Test
  void lookupsThatHangHoldUpNobodyPastTheTime() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    HostNames names =
        new HostNames(
            host -> {
              try {
                never.await();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[] {ADDRESS};
            });
    List<String> hosts = IntStream.range(0, 500).mapToObj(i -> "h" + i).toList();

    Map<String, Answer> answers = names.lookUp(hosts, Duration.ofMillis(50), new StopSignal());
    never.countDown();

    assertThat(answers).hasSize(500).containsValue(new Answer.NoAnswer());
    assertThat(answers.values()).allMatch(Answer.NoAnswer.class::isInstance);
  }

  @Test
  void aStopEndsIt() {
    StopSignal stop = new StopSignal();
    stop.stop();

    assertThat(
            new HostNames(_ -> new InetAddress[] {ADDRESS})
                .lookUp(List.of("a"), Duration.ofMinutes(1), stop))
        .containsOnlyKeys("a");
  }
}
