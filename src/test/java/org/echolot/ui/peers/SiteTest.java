package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which peers are at one site. */
class SiteTest {

  @ParameterizedTest
  @CsvSource({
    "ct1.North.clinic.example, north.clinic.example",
    "pacs.clinic.example., clinic.example",
    "10.1.2.30, 10.1.2.0/24",
    "2001:db8:1:2::30, 2001:db8:1:2::/64",
    "fe80::1%eth0, fe80::/64",
    "localhost, ''",
    "127.0.0.1, This computer",
    "::1, This computer",
    "ct1, ''"
  })
  void aSiteIsTheDomainOrTheNetwork(String host, String site) {
    assertThat(Site.of(Book.peer("CT 1", "CT1", host, 104))).isEqualTo(site);
  }

  @Test
  void aTagSaysItBetter() {
    assertThat(
            Site.of(
                Book.peer("CT 1", "CT1", "10.1.2.30", 104)
                    .withTags(List.of("CT", "Site: North wing"))))
        .isEqualTo("North wing");
    assertThat(Site.of(Book.peer("CT 1", "CT1", "10.1.2.30", 104).withTags(List.of("site:", "CT"))))
        .isEqualTo("10.1.2.0/24");
  }

  @Test
  void peersOfASiteAreAGroup() {
    PeerRow row = new PeerRow(Book.peer("CT 1", "CT1", "10.1.2.30", 104));
    assertThat(Grouping.SITE.groupOf(row)).isEqualTo("10.1.2.0/24");
  }
}
