package org.echolot.check.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which names the hosts file has. */
class HostsFileTest {

  private static final List<InetAddress> FOUND =
      List.of(InetAddress.ofLiteral("10.77.2.20"), InetAddress.ofLiteral("fd77:2::20"));

  @TempDir private Path folder;

  private boolean has(String host, String... lines) throws Exception {
    return new HostsFile(Files.writeString(folder.resolve("hosts"), String.join("\n", lines)))
        .has(host, FOUND);
  }

  @Test
  void aNameOrAliasIsFoundWithItsAddress() throws Exception {
    assertThat(has("pacs", "127.0.0.1 localhost", "10.77.2.20\tarchive  PACS # the new one"))
        .isTrue();
    assertThat(has("pacs", "fd77:2::20 pacs")).isTrue();
  }

  @Test
  void aCommentOrAnotherAddressOrAPartOfANameIsNot() throws Exception {
    assertThat(has("pacs", "# 10.77.2.20 pacs", "10.77.2.21 pacs", "10.77.2.20 pacs2", "pacs"))
        .isFalse();
    assertThat(has("10.77.2.20", "10.77.2.20 pacs")).isFalse();
  }

  @Test
  void aFileThatIsMissingHasNothing() {
    assertThat(new HostsFile(folder.resolve("nothing")).has("pacs", FOUND)).isFalse();
  }
}
