package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.file.PeerStore.Loaded;
import org.echolot.tls.TlsProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerStoreTest {

  /** The example of CONTRACT.md, in our layout. */
  private static final String EXAMPLE =
      """
      {
        "version": 1,
        "callingAe": "ECHOLOT",
        "peers": [
          {
            "id": "0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d11",
            "name": "Main PACS",
            "calledAe": "ORTHANC",
            "host": "localhost",
            "port": 4242,
            "callingAe": "WORKSTATION1",
            "tags": ["radiology", "berlin"],
            "notes": "Vendor hotline 4711",
            "timeouts": { "connect": "5s", "associate": "10s", "echo": "10s", "release": "3s" },
            "tls": { "trustedCertificates": "ca.pem", "clientCertificate": "me.p12", "verifyHostname": true },
            "userIdentity": { "type": "username", "username": "echolot" }
          }
        ]
      }
      """;

  private static final Peer MAIN =
      new Peer(
          UUID.fromString("0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d11"),
          "Main PACS",
          new AeTitle("ORTHANC"),
          "localhost",
          4242,
          new AeTitle("WORKSTATION1"),
          List.of("radiology", "berlin"),
          "Vendor hotline 4711",
          new PeerTimeouts(
              Duration.ofSeconds(5),
              null,
              Duration.ofSeconds(10),
              Duration.ofSeconds(10),
              Duration.ofSeconds(3)),
          new PeerTls("ca.pem", null, "me.p12", null, true, null, TlsProfile.RUNTIME),
          new PeerUserIdentity(UserIdentity.Type.USERNAME, "echolot", false),
          null,
          RawFields.NONE);

  private static final Peer CT = Peer.of("CT 1", new AeTitle("CT1"), "ct1", 104);

  @TempDir Path folder;
  private Path file;
  private PeerStore store;

  @BeforeEach
  void makeStore() {
    file = folder.resolve("peers.json");
    store = new PeerStore(file);
  }

  private static PeerBook bookOf(Peer... peers) {
    return new PeerBook(PeerBook.DEFAULT_CALLING_AE, List.of(peers), RawFields.NONE);
  }

  private PeerBook loadOf(String text) throws IOException {
    Files.writeString(file, text);
    assertThat(store.load()).isInstanceOf(Loaded.Read.class);
    return new PeerStore(file).load().book();
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesAndReadsEveryField() throws IOException {
    store.save(bookOf(MAIN));

    assertThat(file).hasContent(EXAMPLE);
    assertThat(new PeerStore(file).load()).isEqualTo(new Loaded.Read(bookOf(MAIN)));
  }

  @Test
  void writesAndReadsAllThatBelongsToTlsAndUsersAndTheSource() throws IOException {
    Peer peer =
        new Peer(
            UUID.randomUUID(),
            "CT 1",
            new AeTitle("CT1"),
            "ct1",
            104,
            null,
            List.of(),
            "",
            PeerTimeouts.DEFAULT,
            new PeerTls(
                "ca.pem",
                "0a".repeat(32),
                "me.pem",
                "me.key",
                false,
                "pacs.example",
                TlsProfile.MODIFIED_BCP195),
            new PeerUserIdentity(UserIdentity.Type.JWT, null, true),
            "fd77:3::10",
            RawFields.NONE);
    store.save(bookOf(peer));

    assertThat(Files.readString(file))
        .contains(
            """
                  "tls": { "trustedCertificates": "ca.pem", "trustedFingerprint": "%s", \
            "clientCertificate": "me.pem", "clientKey": "me.key", "verifyHostname": false, \
            "serverName": "pacs.example", "profile": "bcp195-modified" },
                  "userIdentity": { "type": "jwt", "positiveResponse": true },
                  "source": "fd77:3::10"
            """
                .replace("%s", "0a".repeat(32)));
    assertThat(new PeerStore(file).load().book().peers()).containsExactly(peer);
  }

  @Test
  void readsHowPeersAreWatchedAndKeepsWhatItDoesNotKnow() throws IOException {
    String text =
        "{ \"peers\": [\n"
            + "{ \"name\": \"CT 1\", \"calledAe\": \"CT1\", \"host\": \"ct1\", \"port\": 104,"
            + " \"watch\": { \"interval\": \"60s\", \"until\": \"2027\" } },\n"
            + "{ \"name\": \"CT 2\", \"calledAe\": \"CT2\", \"host\": \"ct2\", \"port\": 104,"
            + " \"watch\": {} },\n"
            + "{ \"name\": \"CT 3\", \"calledAe\": \"CT3\", \"host\": \"ct3\", \"port\": 104 }\n"
            + "] }";
    PeerBook book = loadOf(text);

    assertThat(book.peers())
        .extracting(Peer::watch)
        .containsExactly(new PeerWatch(Duration.ofSeconds(60)), PeerWatch.DEFAULT, null);

    store.save(book);
    assertThat(file).content().contains("\"interval\": \"60s\", \"until\": \"2027\"");

    Peer slower = book.peers().getFirst().withWatch(new PeerWatch(Duration.ofSeconds(90)));
    store.save(book.withReplaced(slower));
    assertThat(file).content().contains("\"interval\": \"90s\", \"until\": \"2027\"");

    store.save(book.withReplaced(slower.withWatch(null)));
    assertThat(file).content().doesNotContain("\"interval\"");
  }

  @Test
  void anIntervalThatWouldBeABurdenIsRefusedWithItsPlace() throws IOException {
    String text =
        "{ \"peers\": [ { \"name\": \"CT 1\", \"calledAe\": \"CT1\", \"host\": \"ct1\","
            + " \"port\": 104, \"watch\": { \"interval\": \"9s\" } } ] }";

    Files.writeString(file, text);

    assertThat(store.read().book().unread().getFirst().problem())
        .startsWith("1:102 \"interval\": An interval is from 10s to 1h");
  }

  @Test
  void textsOfTlsAreReadLooselyAndStayAsTheyWereWritten() throws IOException {
    String tls =
        "{ \"trustedCertificates\": \" \", \"clientCertificate\": null, \"trustedFingerprint\":"
            + " \"%s\", \"profile\": \"BCP195\" }";
    String fingerprint = "0A:".repeat(31) + "0A";
    PeerBook book =
        loadOf(
            """
            {"peers": [{"name": "A", "calledAe": "A", "host": "a", "port": 1, "tls": %s}]}
            """
                .replace("%s", tls.replace("%s", fingerprint)));

    assertThat(book.peers().getFirst().tls())
        .isEqualTo(new PeerTls(null, "0a".repeat(32), null, null, true, null, TlsProfile.BCP195));
    store.load();
    store.save(book);
    assertThat(Files.readString(file)).contains(fingerprint).contains("\"BCP195\"");
  }

  @Test
  void writesLfAtEveryLineEndAndNothingElseInTheFolder() throws IOException {
    store.save(bookOf(MAIN));

    assertThat(Files.readString(file)).endsWith("}\n").doesNotContain("\r");
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @Test
  void readsTheExampleOfTheContractAsItIsLaidOutThere() throws IOException {
    String text =
        """
        {
          "version": 1,
          "callingAe": "ECHOLOT",
          "peers": [
            { "id": "0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d11",
              "name": "Main PACS", "calledAe": "ORTHANC", "host": "localhost", "port": 4242,
              "callingAe": "WORKSTATION1",
              "tags": ["radiology", "berlin"], "notes": "Vendor hotline 4711",
              "timeouts": { "connect": "5s", "associate": "10s", "echo": "10s", "release": "3s" },
              "tls": { "trustedCertificates": "ca.pem", "clientCertificate": "me.p12", "verifyHostname": true },
              "userIdentity": { "type": "username", "username": "echolot" } }
          ]
        }
        """;
    PeerBook book = loadOf(text);

    assertThat(book).isEqualTo(bookOf(MAIN));
    store.save(book);
    assertThat(file).hasContent(EXAMPLE);
  }

  @Test
  void aMissingFileIsAnEmptyBook() throws IOException {
    assertThat(store.load()).isEqualTo(new Loaded.Missing(PeerBook.EMPTY));
    assertThat(store.read()).isEqualTo(new Loaded.Missing(PeerBook.EMPTY));
    assertThat(filesInFolder()).isEmpty();
  }

  @Test
  void makesTheFolderWhereItIsMissing() throws IOException {
    Path deep = folder.resolve("a").resolve("b").resolve("peers.json");

    new PeerStore(deep).save(bookOf(CT));

    assertThat(new PeerStore(deep).load().book()).isEqualTo(bookOf(CT));
  }

  @Test
  void savesAgainAndAgain() throws IOException {
    store.load();
    store.save(bookOf(CT));
    store.save(bookOf(MAIN));
    store.save(bookOf(MAIN, CT));

    assertThat(new PeerStore(file).load().book().names()).containsExactly("Main PACS", "CT 1");
  }

  @Test
  void toleratesAByteOrderMark() throws IOException {
    assertThat(loadOf("\uFEFF" + EXAMPLE)).isEqualTo(bookOf(MAIN));
  }

  @Test
  void aFileWithoutVersionOrCallingAeIsOfVersion1() throws IOException {
    PeerBook book = loadOf("{\"peers\": []}");

    assertThat(book).isEqualTo(PeerBook.EMPTY);
    store.save(book);
    assertThat(file).hasContent("{\n  \"peers\": []\n}\n");
  }

  @Test
  void nullCountsAsMissing() throws IOException {
    assertThat(
            loadOf(
                """
                {"callingAe": null, "peers": [{"name": "CT 1", "calledAe": "CT1", "host": "ct1",
                 "port": 104, "tags": null, "notes": null, "timeouts": null, "tls": null,
                 "userIdentity": null, "callingAe": null, "id": null}]}
                """))
        .isEqualTo(loadOf(WITHOUT_ID));
  }

  // IDs

  private static final String WITHOUT_ID =
      """
      {
        "peers": [
          { "name": "CT 1", "calledAe": "CT1", "host": "ct1", "port": 104 }
        ]
      }
      """;

  private static UUID idOf(PeerBook book, String name) {
    return book.find(name).orElseThrow().id();
  }

  @Test
  void peersWithoutAnIdGetTheSameAtEachReadingUntilTheyAreSaved() throws IOException {
    PeerBook book = loadOf(WITHOUT_ID);

    assertThat(file).as("nothing is written just because it was read").hasContent(WITHOUT_ID);
    assertThat(new PeerStore(file).read().book()).isEqualTo(book);
    store.save(book);
    assertThat(Files.readString(file)).contains("\"id\": \"" + idOf(book, "CT 1") + "\"");
    assertThat(new PeerStore(file).load().book()).isEqualTo(book);
    String once = Files.readString(file);
    store.save(book);
    assertThat(file).hasContent(once);
  }

  @Test
  void anIdStaysWithItsPeerWhenItIsRenamedAndItsNameGivenToAnother() throws IOException {
    PeerBook book = loadOf(WITHOUT_ID);
    UUID id = idOf(book, "CT 1");
    store.save(book.withReplaced(book.peers().getFirst().withName("CT 2")));
    String other =
        "{ \"name\": \"CT 1\", \"calledAe\": \"CT1\", \"host\": \"ct1\", \"port\": 105 },";
    PeerBook byHand =
        loadOf(Files.readString(file).replace("\"peers\": [", "\"peers\": [" + other));

    assertThat(idOf(byHand, "CT 2")).isEqualTo(id);
    assertThat(idOf(byHand, "CT 1")).isNotEqualTo(id);
    assertThat(new PeerStore(file).read().book()).isEqualTo(byHand);
  }

  @Test
  void anIdIsReadInEitherCaseAndStaysAsItWasWritten() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    store.save(book);

    assertThat(idOf(book, "CT 1"))
        .isEqualTo(UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2"));
    assertThat(Files.readString(file)).contains("\"7D444840-9DC0-11D1-B245-5FFDCE74FAD2\"");
  }

  @Test
  void aCopyIsSavedWithAnIdOfItsOwnInThePlaceOfTheOriginals() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    Peer copy = book.peers().getFirst().copy("CT 1 (2)");
    store.save(book.withAdded(copy));
    PeerBook again = new PeerStore(file).load().book();

    assertThat(again.peers()).containsExactly(book.peers().getFirst(), copy);
    assertThat(idOf(again, "CT 1")).isNotEqualTo(idOf(again, "CT 1 (2)"));
  }

  @Test
  void theFirstOfTwoPeersWithOneIdKeepsIt() throws IOException {
    UUID id = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");
    PeerBook book =
        loadOf(
            """
            {"peers": [
              {"id": "%1$s", "name": "CT 1", "calledAe": "CT1", "host": "ct1", "port": 104},
              {"id": "%1$s", "name": "CT 1 (2)", "calledAe": "CT1", "host": "ct1", "port": 104}]}
            """
                .formatted(id));

    assertThat(idOf(book, "CT 1")).isEqualTo(id);
    assertThat(idOf(book, "CT 1 (2)")).isNotEqualTo(id);
  }

  // Unknown fields

  private static final String WITH_UNKNOWN =
      """
      {
        "$schema": "https://example.org/peers",
        "peers": [
          {
            "port": 104,
            "id": "7D444840-9DC0-11D1-B245-5FFDCE74FAD2",
            "x-rack": { "row": 7, "units": [1, 2.50, 1E+3], "deep": [{ "a": null }] },
            "name": "CT 1",
            "host": " ct1 ",
            "calledAe": "CT1 ",
            "timeouts": { "watch": "30s", "connect": "5000 ms" },
            "tls": { "ciphers": ["A", "B"], "verifyHostname": false },
            "userIdentity": { "username": "me", "type": "username", "password": "typed by a user" },
            "tags": []
          }
        ],
        "z-last": 12345678901234567890123.10,
        "version": 1
      }
      """;

  @Test
  void keepsUnknownFieldsAndTheOrderAtEveryLevel() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    store.save(book);
    String once = Files.readString(file);

    assertThat(once).contains("\"z-last\": 12345678901234567890123.10,\n  \"version\": 1\n}\n");
    assertThat(once).contains("\"units\": [1, 2.50, 1E+3],");
    assertThat(once).contains("\"timeouts\": { \"watch\": \"30s\", \"connect\": \"5000 ms\" },");
    assertThat(once.replaceAll("\\s+", "")).isEqualTo(WITH_UNKNOWN.replaceAll("\\s+", ""));
    store.save(new PeerStore(file).load().book());
    assertThat(file).hasContent(once);
  }

  @Test
  void changesOnlyWhatWasEdited() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    Peer peer = book.peers().getFirst();
    Peer edited =
        new Peer(
            peer.id(),
            "CT 2",
            peer.calledAe(),
            peer.host(),
            105,
            peer.callingAe(),
            List.of("x"),
            "note",
            new PeerTimeouts(null, null, Duration.ofSeconds(9), null, null),
            new PeerTls("ca.pem", null, null, null, false, null, TlsProfile.RUNTIME),
            peer.userIdentity(),
            null,
            peer.raw());
    store.save(book.withReplaced(edited));

    assertThat(Files.readString(file))
        .contains(
            """
                  "port": 105,
            """)
        .contains(
            """
                  "name": "CT 2",
                  "host": " ct1 ",
                  "calledAe": "CT1 ",
                  "timeouts": { "watch": "30s", "associate": "9s" },
                  "tls": {
                    "ciphers": ["A", "B"],
                    "verifyHostname": false,
                    "trustedCertificates": "ca.pem"
                  },
                  "userIdentity": { "username": "me", "type": "username", "password": "typed by a user" },
                  "tags": ["x"],
                  "notes": "note"
            """);
  }

  @Test
  void turningTlsOffTakesItOutWithAllThatIsInIt() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    Peer peer = book.peers().getFirst();
    Peer plain =
        new Peer(
            peer.id(),
            peer.name(),
            peer.calledAe(),
            peer.host(),
            peer.port(),
            null,
            List.of(),
            "",
            PeerTimeouts.DEFAULT,
            null,
            null,
            null,
            peer.raw());
    store.save(book.withReplaced(plain));

    assertThat(Files.readString(file))
        .contains("\"timeouts\": { \"watch\": \"30s\" }")
        .doesNotContain("tls")
        .doesNotContain("userIdentity");
  }

  @Test
  void timeoutsThatAreAllTakenBackLeaveNothing() throws IOException {
    store.save(bookOf(MAIN));
    Peer peer = store.load().book().peers().getFirst();
    PeerDraft draft = PeerDraft.editing(peer);
    Peer edited =
        new PeerDraft(
                draft.id(),
                draft.name(),
                draft.calledAe(),
                draft.host(),
                draft.port(),
                draft.callingAe(),
                draft.tags(),
                draft.notes(),
                draft.watch(),
                draft.source(),
                draft.proxy(),
                "",
                "",
                "",
                "",
                "",
                draft.tls(),
                draft.userIdentity(),
                draft.original())
            .toPeer(List.of());
    store.save(bookOf(edited));

    assertThat(file)
        .hasContent(
            EXAMPLE
                .lines()
                .filter(line -> !line.contains("timeouts"))
                .collect(Collectors.joining("\n")));
  }

  @Test
  void anEditedPeerTakesItsUnknownFieldsAlong() throws IOException {
    PeerBook book = loadOf(WITH_UNKNOWN);
    Peer peer = book.peers().getFirst();
    Peer edited = PeerDraft.editing(peer).toPeer(book.names());

    assertThat(edited).isEqualTo(peer);
    store.save(book.withReplaced(edited).withInserted(0, MAIN));
    assertThat(Files.readString(file)).contains("\"x-rack\"").contains("\"$schema\"");
  }

  @Test
  void unknownFieldsCountWhenPeersAreCompared() throws IOException {
    Peer peer = loadOf(WITH_UNKNOWN).peers().getFirst();
    Peer other = loadOf(WITH_UNKNOWN.replace("\"row\": 7", "\"row\": 8")).peers().getFirst();

    assertThat(other).isNotEqualTo(peer);
    assertThat(loadOf(WITH_UNKNOWN).peers().getFirst()).isEqualTo(peer);
  }

  @Test
  void whatIsNotKnownIsNotShownAsItMayBeSecret() throws IOException {
    assertThat(loadOf(WITH_UNKNOWN).toString()).doesNotContain("typed by a user");
  }

  @Test
  void keepsTextThatUtf8CannotHave() throws IOException {
    PeerBook book = loadOf("{\"x\": \"\\ud800 \\u0000 \\u2028 \\ud83d\\ude00\", \"peers\": []}");
    store.save(book);

    assertThat(Files.readString(file)).contains("\"x\": \"\\ud800 \\u0000 \\u2028 😀\"");
  }

  // Newer versions

  private static final String NEWER =
      """
      {"version": 2, "callingAe": {"new": "shape"}, "peers": [
        {"id": "%s", "name": "CT 1", "calledAe": "CT1", "host": "ct1", "port": 104},
        {"name": "MR 2", "address": "dicom:MR2@mr2:104"},
        {"id": 7, "name": "MR 3", "calledAe": "MR3", "host": "mr3", "port": 104}]}
      """
          .replace("%s", CT.id().toString());

  @Test
  void readsOfANewerFileWhatItKnowsAndNeverSavesIt() throws IOException {
    Files.writeString(file, NEWER);

    assertThat(store.load()).isEqualTo(new Loaded.Newer(bookOf(CT), 2));
    assertThat(store.read()).isEqualTo(new Loaded.Newer(bookOf(CT), 2));
    assertThatIllegalStateException()
        .isThrownBy(() -> store.save(bookOf(MAIN)))
        .withMessageContaining("newer version");
    assertThatIllegalStateException().isThrownBy(() -> store.saveAnyway(bookOf(MAIN)));
    assertThat(file).hasContent(NEWER);
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @Test
  void aFileThatBecameNewerIsNotSavedOverEither() throws IOException {
    store.save(bookOf(CT));
    Files.writeString(file, NEWER);

    assertThatIllegalStateException().isThrownBy(() -> store.saveAnyway(bookOf(MAIN)));
    assertThat(file).hasContent(NEWER);
  }

  // Somebody else

  @Test
  void neverOverwritesWhatSomebodyElseChanged() throws IOException {
    store.save(bookOf(CT));
    Files.writeString(file, EXAMPLE);

    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> store.save(bookOf(CT)));
    assertThat(file).hasContent(EXAMPLE);

    store.saveAnyway(bookOf(CT));
    assertThat(new PeerStore(file).load().book()).isEqualTo(bookOf(CT));
    store.save(bookOf(MAIN));
  }

  @Test
  void noticesAChangeThatKeepsLengthAndTime() throws IOException {
    store.save(bookOf(CT));
    var time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace("CT 1", "CT 2"));
    Files.setLastModifiedTime(file, time);

    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> store.save(bookOf(MAIN)));
  }

  @Test
  void aFileThatWasOnlyTouchedIsNotChanged() throws IOException {
    store.save(bookOf(CT));
    Files.writeString(file, Files.readString(file));

    store.save(bookOf(MAIN));
    assertThat(store.load().book()).isEqualTo(bookOf(MAIN));
  }

  @Test
  void whatSomebodyElseMadeAndWhatIsSavedAreBothInTheFile() throws IOException {
    store.load();
    new PeerStore(file).saveAnyway(bookOf(MAIN));

    assertThat(store.save(bookOf(CT)).names()).containsExactlyInAnyOrder(MAIN.name(), CT.name());
    assertThat(store.load().book().peers()).containsExactlyInAnyOrder(MAIN, CT);
  }

  @Test
  void whatSomebodyElseSavedIsToldOnce() throws IOException {
    store.save(bookOf(CT));
    assertThat(store.news()).isEmpty();
    PeerStore theirs = new PeerStore(file);
    theirs.save(theirs.load().book().withAdded(MAIN));

    assertThat(store.news()).contains(bookOf(CT, MAIN));
    assertThat(store.news()).isEmpty();
  }

  @Test
  void aBookThatWasMadeBeforeTheLastSaveWasAnsweredIsNotTakenForAContradiction()
      throws IOException {
    PeerBook read = store.load().book();
    Peer renamed = CT.withName("CT one");
    store.save(read, bookOf(CT));
    new PeerStore(file).saveAnyway(bookOf(CT, MAIN));

    PeerBook merged = store.save(read, bookOf(renamed));

    assertThat(merged.peers()).containsExactly(renamed, MAIN);
  }

  @Test
  void onePeerThatBothChangedIsNotSaved() throws IOException {
    PeerBook read = store.save(bookOf(CT));
    Peer theirs = CT.withName("theirs");
    Peer mine = CT.withName("mine");
    new PeerStore(file).saveAnyway(bookOf(theirs));

    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> store.save(read, bookOf(mine)))
        .satisfies(
            e ->
                assertThat(e.collisions()).containsExactly(new PeersMerge.Collision(mine, theirs)));
    assertThat(new PeerStore(file).load().book()).isEqualTo(bookOf(theirs));
  }

  @Test
  void aStoreThatNeverReadTheFileDoesNotOverwriteIt() throws IOException {
    Files.writeString(file, EXAMPLE);

    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> store.save(bookOf(CT)));
  }

  @Test
  void noticesThatSomebodyElseDeletedTheFile() throws IOException {
    store.save(bookOf(CT));
    Files.delete(file);

    assertThatExceptionOfType(ChangedMeanwhileException.class)
        .isThrownBy(() -> store.save(bookOf(MAIN)));
    store.saveAnyway(bookOf(MAIN));
    assertThat(store.load().book()).isEqualTo(bookOf(MAIN));
  }

  @Test
  void whatIsSavedOverIsKept() throws IOException {
    store.save(bookOf(CT));
    Files.writeString(file, EXAMPLE);

    store.saveAnyway(bookOf(MAIN));
    store.saveAnyway(bookOf(CT));

    assertThat(filesInFolder()).hasSize(2).last().asString().startsWith("peers.replaced-");
    assertThat(folder.resolve(filesInFolder().getLast())).hasContent(EXAMPLE);
  }

  @Test
  void aBookThatIsNotSavedIsKeptBesideTheFile() throws IOException {
    Files.writeString(file, EXAMPLE);

    store.keepAside(bookOf(CT));
    store.keepAside(bookOf(CT));

    assertThat(file).hasContent(EXAMPLE);
    assertThat(filesInFolder()).hasSize(2).last().asString().startsWith("peers.unsaved-");
    Path kept = folder.resolve(filesInFolder().getLast());
    assertThat(new PeerStore(kept).load().book()).isEqualTo(bookOf(CT));
  }

  // Links and permissions

  @Test
  void aLinkedFileStaysALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("dotfiles")).resolve("real.json");
    Files.createSymbolicLink(file, Path.of("dotfiles", "real.json"));

    store.load();
    store.save(bookOf(CT));
    store.save(bookOf(MAIN));

    assertThat(file).isSymbolicLink();
    assertThat(new PeerStore(real).load().book()).isEqualTo(bookOf(MAIN));
    assertThat(filesInFolder()).containsExactly("dotfiles", "peers.json");
  }

  @Test
  void keepsThePermissionsOfTheFile() throws IOException {
    store.save(bookOf(CT));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    store.save(bookOf(MAIN));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aFolderInThePlaceOfTheFileIsSaidSo() throws IOException {
    Files.createDirectory(file);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.load())
        .withMessage(file + " could not be read: it is a folder");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.saveAnyway(bookOf(CT)))
        .withMessageContaining("it is a folder");
  }
}
