package org.echolot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdOfNameTest {

  @Test
  void theSameTextGivesTheSameIdInEveryProcess() {
    assertThat(IdOfName.of("peer", "ct 1"))
        .isEqualTo(UUID.fromString("09c3db5e-439f-8456-8792-a9139e99d223"));
  }

  @Test
  void anIdIsOneOfTheVersionWhoseBitsAreOurs() {
    UUID id = IdOfName.of("peer", "ct 1");

    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void similarTextsAndTheSameTextElsewhereGiveOtherIds() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(IdOfName.of("peer", "CT " + i));
      ids.add(IdOfName.of("peer", "TC " + i));
      ids.add(IdOfName.of("peer C", "T " + i));
    }

    assertThat(ids).hasSize(30_000);
    assertThat(ids.stream().map(UUID::getMostSignificantBits).distinct()).hasSize(30_000);
    assertThat(ids.stream().map(UUID::getLeastSignificantBits).distinct()).hasSize(30_000);
  }
}
