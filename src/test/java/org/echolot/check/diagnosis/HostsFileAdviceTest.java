package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A file of this computer that names the peer is looked at, too. */
class HostsFileAdviceTest {

  private static List<String> advice(Cause cause, @Nullable Variant variant) {
    return HostsFileAdvice.addedTo(
        List.of("One.", "Two."), cause, variant, "pacs.example", "/etc/hosts");
  }

  @Test
  void theFileIsAskedFirstIfAllOfItsAddressesFailed() {
    assertThat(advice(Cause.CONNECTION_REFUSED, Variant.REFUSED_BY_ALL).getFirst())
        .isEqualTo(
            "Check the addresses of \"pacs.example\" in /etc/hosts of this computer: they come from"
                + " there.");
    assertThat(advice(Cause.CONNECTION_REFUSED, null))
        .hasSize(3)
        .element(1)
        .asString()
        .startsWith("Check the address of \"pacs.example\" in /etc/hosts")
        .matches(HostsFileAdvice::isOne);
    assertThat(advice(Cause.CERTIFICATE_HOSTNAME_MISMATCH, null).getLast()).contains("/etc/hosts");
  }

  @Test
  void theAddressesAreAskedAboutOnce() {
    assertThat(
            HostsFileAdvice.addedTo(
                List.of("One.", "Check that the 2 addresses of \"pacs.example\" are right."),
                Cause.CONNECTION_REFUSED,
                Variant.REFUSED_BY_ALL,
                "pacs.example",
                "/etc/hosts"))
        .hasSize(2)
        .last()
        .isEqualTo("One.");
  }

  @Test
  void whereTheAddressCannotBeTheReasonNothingIsAdded() {
    assertThat(advice(Cause.REJECTED_BUSY, null)).containsExactly("One.", "Two.");
    assertThat(
            HostsFileAdvice.addedTo(
                List.of("One."), Cause.CONNECTION_REFUSED, null, "pacs.example", null))
        .containsExactly("One.");
  }
}
