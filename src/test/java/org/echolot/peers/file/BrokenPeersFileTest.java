package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.PeerStore.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenPeersFileTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(
          LocalDateTime.of(2026, 11, 25, 10, 15, 30).atZone(ZoneId.systemDefault()).toInstant());
  private static final String ASIDE = "peers.broken-2026-11-25-101530.json";

  @TempDir Path folder;
  private Path file;
  private PeerStore store;

  @BeforeEach
  void makeStore() {
    file = folder.resolve("peers.json");
    store = new PeerStore(file, FileSteps.REAL, CLOCK);
  }

  private String problemOf(byte[] content) throws IOException {
    Files.write(file, content);
    Loaded loaded = store.load();
    assertThat(loaded).isInstanceOf(Loaded.Broken.class);
    Loaded.Broken broken = (Loaded.Broken) loaded;
    assertThat(broken.book()).isEqualTo(PeerBook.EMPTY);
    assertThat(file).doesNotExist();
    assertThat(broken.keptAs()).hasBinaryContent(content);
    assertThat(broken.problem()).doesNotContain("\n").startsWith(file + ":");
    return broken.problem().substring(file.toString().length() + 1);
  }

  private String problemOf(String content) throws IOException {
    return problemOf(content.getBytes(StandardCharsets.UTF_8));
  }

  /** What is wrong with the last entry of a file that is read in spite of it, and left as it is. */
  private String problemOfPeer(String content) throws IOException {
    Files.writeString(file, content);
    Loaded loaded = store.load();
    assertThat(loaded).isInstanceOf(Loaded.Read.class);
    assertThat(filesInFolder()).containsExactly("peers.json");
    assertThat(file).hasContent(content);
    assertThat(loaded.book().unread()).hasSize(1);
    return loaded.book().unread().getFirst().problem();
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  // What is wrong, and where

  @Test
  void whatTheFileSaysMakesNoSecondLine() throws IOException {
    String peer = "\"name\": \"A\", \"calledAe\": \"A\", \"host\": \"h\", \"port\": 1";
    for (String field :
        List.of(
            "\"userIdentity\": {\"type\": \"user\\rname\"}",
            "\"tls\": {\"profile\": \"a\\u2028b\"}",
            "\"timeouts\": {\"echo\": \"5\\nx\"}")) {
      assertThat(problemOfPeer("{\"peers\": [{" + peer + ", " + field + "}]}"))
          .as(field)
          .doesNotContainPattern("[\\p{Cntrl}\\u2028]");
    }
    assertThat(problemOf("{\"peers\": [{\"a\\nb\": 1, \"a\\nb\": 2}]}"))
        .doesNotContainPattern("[\\p{Cntrl}\\u2028]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1:1 the file is empty",
        "` `|1:1 the file is empty",
        "[]|1:1 a peers file must be an object, not a list",
        "{\"version\": 1}|1:1 the field \"peers\" is missing",
        "{\"peers\": {}}|1:11 \"peers\" must be a list, not an object",
        "{\"version\": \"1\", \"peers\": []}|1:13 \"version\" must be a number, not text",
        "{\"version\": 0, \"peers\": []}|1:13 \"version\": there is no version 0",
        "{\"version\": 1.5, \"peers\": []}|1:13 \"version\": 1.5 is not a whole number",
        "{\"version\": 1e400, \"peers\": []}|1:13 \"version\": 1e400 is not a whole number",
        "{\"peers\": [], \"callingAe\": \"A\\\\B\"}|1:28 \"callingAe\": An AE title can't contain a"
            + " backslash",
        "{\"peers\": [], \"peers\": []}|1:15 the field \"peers\" stands here twice",
        "{\"peers\": []} x|1:15 not JSON: Unrecognized token 'x': was expecting text in double"
            + " quotes, a number, a list, an object, true, false or null",
        "{\"peers\": []} {}|1:15 something follows after the end",
        "{\"peers\": [],}|1:14 not JSON: Unexpected character '}': was expecting double-quote to"
            + " start property name",
        "{\"peers\": [|1:12 not JSON: Unexpected end-of-input: expected close marker for Array",
        "{\"peers\": // none|1:11 not JSON: Unexpected character '/': JSON can't have comments",
        "NaN|1:4 not JSON: Non-standard token 'NaN'",
      })
  void saysWhatIsWrongWithTheFileAndWhere(String content, String problem) throws IOException {
    assertThat(problemOf(content)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"port\": 104|\"port\": 70000|15 \"port\": Port 70000 is too high: a port is from 1 to"
            + " 65535",
        "\"port\": 104|\"port\": 0|15 \"port\": Port 0 can't be: a port is from 1 to 65535; DICOM's"
            + " are 104 and 11112",
        "\"port\": 104|\"port\": -99999999999999999999|15 \"port\": the number is too long",
        "\"port\": 104|\"port\": 4294967400|15 \"port\": Port 4294967400 is too high: a port is"
            + " from 1 to 65535",
        "\"port\": 104|\"port\": \"104\"|15 \"port\" must be a number, not text",
        "\"port\": 104|\"port\": null|5 the field \"port\" is missing",
        "\"host\": \"ct1\"|\"hots\": \"ct1\"|5 the field \"host\" is missing",
        "\"host\": \"ct1\"|\"host\": \"http://ct1\"|15 \"host\": This is a URL. Write only the"
            + " host, without http:// and path: ct1",
        "\"host\": \"ct1\"|\"host\": \" \"|15 \"host\": A host is needed: a name or an IP address",
        "\"calledAe\": \"CT1\"|\"calledAe\": \"ABCDEFGHIJKLMNOPQ\"|19 \"calledAe\": An AE title has"
            + " 16 characters at most; this one has 17",
        "\"calledAe\": \"CT1\"|\"calledAe\": []|19 \"calledAe\" must be text, not a list",
        "\"name\": \"CT 1\"|\"name\": \"main pacs\"|15 \"name\": peer 1 has this name",
        "\"name\": \"CT 1\"|\"name\": \"\"|15 \"name\": A name is needed: what you call this peer",
        "\"x\": 1|\"id\": 7|13 \"id\" must be text, not a number",
        "\"x\": 1|\"id\": \"1-1-1-1-1\"|13 \"id\": an ID is a UUID, as in"
            + " 1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b; leave it out, and Echolot creates one",
        "\"x\": 1|\"callingAe\": \"\"|20 \"callingAe\": An AE title is needed",
        "\"x\": 1|\"tags\": \"a\"|15 \"tags\" must be a list, not text",
        "\"x\": 1|\"tags\": [\"a\", 2]|21 \"tags\" must be text, not a number",
        "\"x\": 1|\"tags\": [\"\"]|15 \"tags\": A tag can't be blank",
        "\"x\": 1|\"notes\": true|16 \"notes\" must be text, not true",
        "\"x\": 1|\"timeouts\": \"5s\"|19 \"timeouts\" must be an object, not text",
        "\"x\": 1|\"timeouts\": {\"echo\": \"5\"}|28 \"echo\": The unit is missing: write 5s or"
            + " 5ms",
        "\"x\": 1|\"timeouts\": {\"echo\": 5}|28 \"echo\" must be text, not a number",
        "\"x\": 1|\"tls\": true|14 \"tls\" must be an object, not true",
        "\"x\": 1|\"tls\": {\"verifyHostname\": \"no\"}|33 \"verifyHostname\" must be true or"
            + " false, not text",
        "\"x\": 1|\"tls\": {\"profile\": \"tls13\"}|26 \"profile\": there is no profile"
            + " \"tls13\"; write bcp195, bcp195-modified, runtime, legacy",
        "\"x\": 1|\"tls\": {\"trustedFingerprint\": \"0a:1b\"}|37 \"trustedFingerprint\": A"
            + " SHA-256 fingerprint has 64 hexadecimal digits, with or without colons",
        "\"x\": 1|\"tls\": {\"clientKey\": \"me.key\"}|28 \"clientKey\": A private key needs the"
            + " client certificate that it belongs to",
        "\"x\": 1|\"tls\": {\"serverName\": \"10.1.2.3\"}|29 \"serverName\": This must be a name:"
            + " TLS cannot request a server by its address",
        "\"x\": 1|\"tls\": {\"trustedCertificates\": \"\\u0000\"}|38"
            + " \"trustedCertificates\": This can't be the name of a file: Nul character not"
            + " allowed",
        "\"x\": 1|\"userIdentity\": {}|23 the field \"type\" is missing",
        "\"x\": 1|\"userIdentity\": {\"type\": \"password\"}|32 \"type\": there is no type"
            + " \"password\"; write username, username-passcode, kerberos, saml, jwt",
        "\"x\": 1|\"userIdentity\": {\"type\": \"username\"}|23 the field \"username\" is missing",
        "\"x\": 1|\"userIdentity\": {\"type\": \"username\", \"username\": \" \"}|56"
            + " \"username\": A user name is needed",
        "\"x\": 1|\"userIdentity\": {\"type\": \"jwt\", \"positiveResponse\": 1}|59"
            + " \"positiveResponse\" must be true or false, not a number",
      })
  void saysWhatIsWrongWithAPeerAndWhere(String right, String wrong, String problem)
      throws IOException {
    String template =
        """
        {
          "peers": [
            {"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2",
             "name": "Main PACS", "calledAe": "ORTHANC", "host": "localhost", "port": 4242},
            {
              "name": "CT 1",
              "calledAe": "CT1",
              "host": "ct1",
              "port": 104,
              "x": 1
            }
          ]
        }
        """;
    String content = template.replace(right, wrong);
    int line = problem.startsWith("5 ") ? 5 : lineOf(content, wrong);
    String name = wrong.contains("main pacs") ? " (\"main pacs\")" : " (\"CT 1\")";

    assertThat(problemOfPeer(content))
        .isEqualTo(
            line + ":" + problem + ", at peer 2" + (wrong.equals("\"name\": \"\"") ? "" : name));
  }

  private static int lineOf(String content, String part) {
    return (int) content.substring(0, content.indexOf(part)).lines().count();
  }

  @Test
  void showsAHostileNameOnOneLine() throws IOException {
    assertThat(problemOfPeer("{\"peers\": [{\"name\": \"a\\nb\\u2028" + "c".repeat(100) + "\"}]}"))
        .isEqualTo(
            "1:21 \"name\": A name has 100 characters at most; this one has 104, at peer 1"
                + " (\"a?b?"
                + "c".repeat(55)
                + "…\")");
  }

  @Test
  void saysWhereAFileIsNotUtf8() throws IOException {
    assertThat(problemOf("{\n  \"x\": \"Köln\"}".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("2:10 the byte F6H is not UTF-8; the file must be saved as UTF-8");
    assertThat(problemOf("{}".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo("1:1 the file is UTF-16; it must be saved as UTF-8");
    assertThat(problemOf(new byte[] {'{', (byte) 0xE2, (byte) 0x82}))
        .isEqualTo("1:2 the byte E2H is not UTF-8; the file must be saved as UTF-8");
  }

  @Test
  void readsNoFileThatIsTooLarge() throws IOException {
    byte[] huge = new byte[PeersReader.MAX_BYTES + 1];
    Arrays.fill(huge, (byte) ' ');

    assertThat(problemOf(huge)).isEqualTo("1:1 the file is longer than 32 MiB");
  }

  @ParameterizedTest
  @MethodSource("deepAndLong")
  void isNotBroughtDownByADeepOrLongFile(String content) throws IOException {
    assertThat(problemOf(content)).contains("not JSON: ");
  }

  static List<String> deepAndLong() {
    return List.of(
        "[".repeat(1_000_000),
        "{\"a\":".repeat(100_000),
        "{\"x\": " + "9".repeat(100_000) + ", \"peers\": []}");
  }

  @Test
  void everyPrefixOfAFileIsBroken() throws IOException {
    String whole =
        "{\"peers\": [{\"name\": \"é\", \"port\": 104, \"tls\": {\"a\": [true, null]}}]}";
    for (int length = 0; length < whole.length(); length++) {
      assertThat(problemOf(whole.substring(0, length))).matches("\\d+:\\d+ .+");
      Files.delete(folder.resolve(ASIDE));
    }
  }

  // One bad peer among good ones

  private static final String GOOD = "\"calledAe\": \"A\", \"host\": \"h\", \"port\": 1}";

  @Test
  void theOtherPeersAreReadAndThoseThatAreNoneAreTold() throws IOException {
    Files.writeString(
        file,
        "{\"peers\": [3,\n{\"name\": \"A\", "
            + GOOD
            + ",\n{\"name\": \"B\"},\n{\"name\": \"C\", "
            + GOOD
            + "]}");

    PeerBook book = store.load().book();

    assertThat(book.names()).containsExactly("A", "C");
    assertThat(book.unread().stream().map(UnreadPeer::problem))
        .containsExactly(
            "1:12 a peer must be an object, not a number, at peer 1",
            "3:1 the field \"calledAe\" is missing, at peer 3 (\"B\")");
    assertThat(book.unread().getLast().name()).isEqualTo("B");
  }

  @Test
  void whatCouldNotBeReadStaysWhereItIsWhenTheOthersAreSaved() throws IOException {
    Files.writeString(
        file,
        "{\"peers\": [{\"name\": \"A\", "
            + GOOD
            + ", {\"name\": \"B\", \"port\": \"x\", \"mine\": [1]}, {\"name\": \"C\", "
            + GOOD
            + "]}");
    Peer added = Peer.of("D", new AeTitle("D"), "d", 104);

    store.save(store.load().book().withAdded(added));

    assertThat(Files.readString(file))
        .containsSubsequence(
            "\"name\": \"A\"",
            "\"name\": \"B\"",
            "\"port\": \"x\"",
            "\"mine\"",
            "\"name\": \"C\"",
            "\"name\": \"D\"");
    PeerBook again = store.load().book();
    assertThat(again.names()).containsExactly("A", "C", "D");
    assertThat(again.unread()).hasSize(1);
  }

  @Test
  void whereTheOthersAreDeletedItStaysAll() throws IOException {
    Files.writeString(file, "{\"peers\": [{\"name\": \"A\", " + GOOD + ", {\"name\": \"B\"}, 7]}");
    PeerBook book = store.load().book();

    store.save(book.without(List.of(book.peers().getFirst().id())));

    PeerBook again = store.load().book();
    assertThat(again.peers()).isEmpty();
    assertThat(again.unread().stream().map(UnreadPeer::number)).containsExactly(1, 2);
  }

  @Test
  void noSecretInItIsShown() throws IOException {
    Files.writeString(file, "{\"peers\": [{\"name\": \"A\", \"password\": \"geheim\"}]}");

    assertThat(store.load().book().toString()).contains("1:12").doesNotContain("geheim");
  }

  // Where it is kept

  @Test
  void movesABrokenFileAsideUnderADatedNameAndOverwritesNone() throws IOException {
    problemOf("one");
    problemOf("two");
    problemOf("three");

    assertThat(filesInFolder())
        .containsExactly(
            "peers.broken-2026-11-25-101530-2.json",
            "peers.broken-2026-11-25-101530-3.json",
            ASIDE);
    assertThat(folder.resolve(ASIDE)).hasContent("one");
  }

  @Test
  void aBookCanBeSavedOnceTheBrokenFileIsAside() throws IOException {
    problemOf("broken");
    Peer peer = Peer.of("CT 1", new AeTitle("CT1"), "ct1", 104);
    store.save(PeerBook.EMPTY.withAdded(peer));

    assertThat(store.load().book().names()).containsExactly("CT 1");
    assertThat(folder.resolve(ASIDE)).hasContent("broken");
  }

  @Test
  void whereItCannotBeMovedNothingIsLostAndNothingIsSavedOverIt() throws IOException {
    Files.writeString(file, "broken");
    FileSteps stuck =
        new FileSteps() {
          @Override
          public void move(Path from, Path to) throws IOException {
            throw new AccessDeniedException(to.toString());
          }
        };
    PeerStore stuckStore = new PeerStore(file, stuck, CLOCK);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(stuckStore::load)
        .withMessageStartingWith(file + ":1:1 not JSON: ")
        .withMessageEndingWith("; the file could not be moved aside: permission denied");
    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> stuckStore.save(PeerBook.EMPTY));
    assertThat(file).hasContent("broken");
  }

  @Test
  void ofALinkTheLinkedFileIsMovedAside() throws IOException {
    Path real = Files.createDirectory(folder.resolve("dotfiles")).resolve("real.json");
    Files.writeString(real, "broken");
    Files.createSymbolicLink(file, real);

    Loaded.Broken broken = (Loaded.Broken) store.load();

    assertThat(broken.keptAs())
        .isEqualTo(real.resolveSibling("real.broken-2026-11-25-101530.json"))
        .hasContent("broken");
    store.save(PeerBook.EMPTY);
    assertThat(file).isSymbolicLink();
    assertThat(real).exists();
  }

  @Test
  void aFileWithoutEndingIsKeptAsideToo() throws IOException {
    Path plain = folder.resolve("peers");
    Files.writeString(plain, "broken");

    Loaded.Broken broken = (Loaded.Broken) new PeerStore(plain, FileSteps.REAL, CLOCK).load();

    assertThat(broken.keptAs()).hasFileName("peers.broken-2026-11-25-101530");
  }

  // Only reading

  private BrokenFileException readBroken() {
    return catchThrowableOfType(BrokenFileException.class, () -> store.read());
  }

  @Test
  void readingLeavesABrokenFileInPlaceAndKeepsOneCopy() throws IOException {
    Files.writeString(file, "{\"peers\": 1}");
    Path copy = folder.resolve(ASIDE);

    BrokenFileException first = readBroken();
    BrokenFileException second = readBroken();

    String problem = file + ":1:11 \"peers\" must be a list, not a number";
    assertThat(first.problem()).isEqualTo(problem);
    assertThat(first.keptAs()).contains(copy);
    assertThat(first).hasMessage(problem + "; a copy is kept as " + copy);
    assertThat(second).hasMessage(first.getMessage());
    assertThat(filesInFolder()).containsExactly(ASIDE, "peers.json");
    assertThat(copy).hasContent("{\"peers\": 1}");
    assertThat(file).hasContent("{\"peers\": 1}");
  }

  @Test
  void eachOtherBrokenContentIsCopiedOnItsOwn() throws IOException {
    Files.writeString(file, "one");
    readBroken();
    Files.writeString(file, "two");
    readBroken();

    assertThat(filesInFolder())
        .containsExactly("peers.broken-2026-11-25-101530-2.json", ASIDE, "peers.json");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS) // it has no such device
  void whatIsNoFileIsNotCopied() {
    BrokenFileException broken =
        catchThrowableOfType(
            BrokenFileException.class, () -> new PeerStore(Path.of("/dev/null")).read());

    assertThat(broken.keptAs()).isEmpty();
  }

  @Test
  void leavesNoHalfCopy() throws IOException {
    Files.writeString(file, "broken");
    store =
        new PeerStore(
            file,
            new FileSteps() {
              @Override
              public void writeAndForce(Path path, byte[] content) throws IOException {
                throw new FileSystemException(path.toString(), null, "No space left on device");
              }
            },
            CLOCK);

    assertThat(readBroken().keptAs()).isEmpty();
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @Test
  void whereNoCopyCanBeMadeTheProblemIsSaidAllTheSame() throws IOException {
    Files.writeString(file, "broken");
    store =
        new PeerStore(
            file,
            new FileSteps() {
              @Override
              public void create(Path path) throws IOException {
                throw new AccessDeniedException(path.toString());
              }
            },
            CLOCK);

    BrokenFileException broken = readBroken();

    assertThat(broken.keptAs()).isEmpty();
    assertThat(broken)
        .hasMessageStartingWith(file + ":1:1 not JSON: ")
        .hasMessage(broken.problem());
    assertThat(filesInFolder()).containsExactly("peers.json");
  }
}
