package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairSharesTest {

  private final FairShares<String> shares = new FairShares<>(1_000_000);

  private int takeAll(String owner) {
    return (int) IntStream.range(0, 100_000).filter(_ -> shares.tryTake(owner, 100)).count();
  }

  @Test
  void oneWhoTakesAllThereIsLeavesMuchOfItToOthers() {
    assertThat(takeAll("greedy")).isBetween(1_000, 2_500);
    assertThat(takeAll("modest")).isGreaterThan(1_000);
  }

  @Test
  void amongManyWhoTakeAllThereIsStillSomethingForANewcomer() {
    IntStream.range(0, 20).forEach(i -> takeAll("greedy " + i));
    assertThat(takeAll("newcomer")).isPositive();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    int had = takeAll("one");
    for (int i = 0; i < had; i++) {
      shares.giveBack("one", 100);
    }
    assertThat(takeAll("one")).isEqualTo(had);
  }
}
