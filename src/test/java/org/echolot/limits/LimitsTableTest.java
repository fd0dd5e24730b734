package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That docs/limits.md says what the code does. */
class LimitsTableTest {

  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern ROW =
      Pattern.compile("\\| (.+) \\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\|");

  /** Where what comes over the network is read. */
  private static final List<String> OF_THE_WIRE =
      List.of("dicom", "tls", "listener", "monitor", "probe", "check/dns", "check/run");

  private static final Pattern LIMIT =
      Pattern.compile("static final (?:int|long) ((?:MAX|MOST|LONGEST)\\w*) =");

  /**
   * What bounds no work: numbers of the standards, our own words, what we send, what is asked of
   * us.
   */
  private static final Set<String> NO_BUDGETS =
      Set.of(
          "Uids.MAX_LENGTH",
          "AeTitle.MAX_LENGTH",
          "UserInformationGrammar.MAX_VERSION_NAME",
          "AssociateGrammar.MAX_QUOTED",
          "FieldText.MAX_VALUE",
          "ElementText.MAX_SHOWN",
          "CommandAnnotator.MAX_SHOWN",
          "RequestorAssociation.MAX_PDU_LENGTH",
          "AcceptorAssociation.MAX_PDU_LENGTH",
          "BigProbe.MOST_BYTES",
          "Fragments.MAX_DATA",
          "Proposal.MAX_CONTEXTS",
          "UserIdentityItem.MAX_LENGTH",
          "RecordStream.LONGEST_LEGAL",
          "ShortHello.MOST_BYTES",
          "DnsQuestion.MAX_NAME",
          "DnsQuestion.MAX_LABEL",
          "DnsSettings.MAX_SERVERS",
          "DnsSettings.MAX_SEARCH",
          "DnsSettings.MAX_DOTS",
          "ProxyTunnel.MAX_NAME",
          "CertificateFile.MAX_NAME",
          "FreePort.MOST_TRIES",
          "HostNames.MOST_TOLD",
          "PeersMatrixText.MOST_PEERS",
          "ProbeText.MOST_CHANGES",
          "ResetWords.MOST_BYTES",
          "VerificationProposal.MAX_NAMED");

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/limits.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| What |"));
  }

  private static String qualified(String simpleName) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> found = files.filter(file -> file.endsWith(simpleName + ".java")).toList();
      assertThat(found).as(simpleName).hasSize(1);
      String path = SOURCES.relativize(found.getFirst()).toString();
      return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowHoldsTheConstantOfTheCode(String row) throws Exception {
    Matcher matcher = ROW.matcher(row);
    assertThat(matcher.matches()).as(row).isTrue();
    Field constant = Class.forName(qualified(matcher.group(3))).getDeclaredField(matcher.group(4));
    constant.setAccessible(true);

    assertThat(constant.getLong(null)).as(row).isEqualTo(Long.parseLong(matcher.group(2)));
  }

  @Test
  void eachLimitOfWhatComesOverTheNetworkIsInTheTable() throws IOException {
    String table = String.join("\n", rows().toList());
    List<String> missing = new ArrayList<>();
    for (String each : OF_THE_WIRE) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve("org/echolot/" + each))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          String name = file.getFileName().toString().replace(".java", "");
          LIMIT
              .matcher(Files.readString(file))
              .results()
              .map(result -> name + "." + result.group(1))
              .filter(limit -> !NO_BUDGETS.contains(limit) && !table.contains("`" + limit + "`"))
              .forEach(missing::add);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void thereAreManyRows() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(25);
  }
}
