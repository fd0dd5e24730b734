package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"Listener", "Echolot", "Settings"})
  void aPeerThatIsNamedAsAPartOfEcholotIsAPeerAllTheSame(String name) {
    LineSource peer =
        LineSource.of(CheckRequest.of(name, new AeTitle("A"), new AeTitle("B"), "host", 104));

    assertThat(peer.label()).isEqualTo(name);
    assertThat(peer).isInstanceOf(LineSource.OfPeer.class);
    assertThat(peer)
        .isNotEqualTo(LineSource.LISTENER)
        .isNotEqualTo(LineSource.PROGRAM)
        .isNotEqualTo(LineSource.SETTINGS);
  }

  @Test
  void aPeerIsTheSameWhateverItWasCalledWhenTheLineWasWritten() {
    LineSource.OfPeer before = new LineSource.OfPeer(new UUID(1, 2), "CT 1");
    LineSource after = new LineSource.OfPeer(before.id(), "MR 2");

    assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
    assertThat(new LineSource.OfPeer(new UUID(1, 3), "CT 1")).isNotEqualTo(before);
  }
}
