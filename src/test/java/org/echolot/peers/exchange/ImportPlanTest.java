package org.echolot.peers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerTls;
import org.echolot.peers.exchange.ImportItem.Decision;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

  private static final Peer PACS = Peer.of("Main PACS", new AeTitle("PACS1"), "10.0.0.5", 104);
  private static final PeerTls OWN_CA =
      new PeerTls("ca.pem", null, null, null, true, null, PeerTls.DEFAULT.profile());

  private static PeerBook book(Peer... peers) {
    return new PeerBook(PeerBook.DEFAULT_CALLING_AE, List.of(peers), RawFields.NONE);
  }

  private static ImportPlan plan(PeerBook book, String... lines) throws Exception {
    return ImportPlan.of(
        book,
        PeerListFormat.CSV.read(
            ListContent.ofText("name,aet,host,port\n" + String.join("\n", lines) + "\n")));
  }

  private static List<String> words(ImportPlan plan) {
    return plan.items().stream().map(item -> item.word() + ": " + item.text()).toList();
  }

  private static PeerBook suggested(ImportPlan plan) {
    return plan.applied(plan.before(), plan.suggested());
  }

  @Test
  void whatIsNewIsAddedAtTheEnd() throws Exception {
    ImportPlan plan = plan(book(PACS), "CT 1,CT1,10.0.0.6,104");

    assertThat(words(plan)).containsExactly("added: CT 1 (CT1@10.0.0.6:104)");
    assertThat(suggested(plan).names()).containsExactly("Main PACS", "CT 1");
  }

  @Test
  void whatIsThereIsLeftAloneByWhateverName() throws Exception {
    ImportPlan plan = plan(book(PACS), "main pacs,PACS1,10.0.0.5,104", "pacs,PACS1,10.0.0.5,104");

    assertThat(words(plan))
        .containsExactly(
            "same: main pacs (PACS1@10.0.0.5:104)",
            "same: pacs (PACS1@10.0.0.5:104): already there as \"Main PACS\"");
    assertThat(suggested(plan)).isEqualTo(book(PACS));
  }

  @Test
  void aChangeKeepsTheIdAndWhatTheListDoesNotSay() throws Exception {
    Peer secure = PACS.withTls(OWN_CA);

    ImportPlan plan = plan(book(secure), "Main PACS,PACS1,10.0.0.5,11112");

    assertThat(words(plan))
        .containsExactly("changed: Main PACS (PACS1@10.0.0.5:104): port 104 → 11112");
    Peer after = suggested(plan).peers().getFirst();
    assertThat(after.id()).isEqualTo(PACS.id());
    assertThat(after.port()).isEqualTo(11_112);
    assertThat(after.tls()).isEqualTo(OWN_CA);
  }

  @Test
  void thatTlsIsOnDoesNotTakeAwayItsSettings() throws Exception {
    String on =
        "{\"Main"
            + " PACS\":{\"AET\":\"PACS1\",\"Host\":\"10.0.0.5\",\"Port\":104,\"UseDicomTls\":true}}";

    PeerBook secure = book(PACS.withTls(OWN_CA));
    ImportPlan same = ImportPlan.of(secure, Lists.read(on));
    ImportPlan off = ImportPlan.of(secure, Lists.read(on.replace("true", "false")));

    assertThat(same.items().getFirst()).isInstanceOf(ImportItem.Same.class);
    assertThat(words(off)).containsExactly("changed: Main PACS (PACS1@10.0.0.5:104): TLS on → off");
    assertThat(suggested(off).peers().getFirst().tls()).isNull();
  }

  @Test
  void anotherSystemOfTheSameNameIsAConflictWithBothSides() throws Exception {
    ImportPlan plan = plan(book(PACS), "Main PACS,ARCHIVE,10.9.9.9,104");

    assertThat(words(plan))
        .containsExactly(
            "conflict: Main PACS (ARCHIVE@10.9.9.9:104): the peer of this name is"
                + " PACS1@10.0.0.5:104");
    assertThat(suggested(plan)).isEqualTo(book(PACS));
    PeerBook taken = plan.applied(plan.before(), List.of(Decision.TAKE));
    assertThat(taken.peers()).extracting(Peer::address).containsExactly("ARCHIVE@10.9.9.9:104");
    assertThat(taken.peers().getFirst().id()).isEqualTo(PACS.id());
    PeerBook both = plan.applied(plan.before(), List.of(Decision.ADD));
    assertThat(both.names()).containsExactly("Main PACS", "Main PACS (2)");
  }

  @Test
  void aPeerThatTheListHasTwiceIsTold() throws Exception {
    ImportPlan plan =
        plan(
            book(),
            "CT 1,CT1,10.0.0.6,104",
            "CT 1,CT1,10.0.0.6,104",
            "CT 1,CT1,10.0.0.6,105",
            "Other,CT1,10.0.0.6,104");

    assertThat(words(plan))
        .containsExactly(
            "added: CT 1 (CT1@10.0.0.6:104)",
            "same: CT 1 (CT1@10.0.0.6:104)",
            "conflict: CT 1 (CT1@10.0.0.6:105): the list has this peer twice: port 104 → 105",
            "same: Other (CT1@10.0.0.6:104): already there as \"CT 1\"");
    assertThat(suggested(plan).peers()).hasSize(1);
  }

  @Test
  void theSameAddressWithAnotherSettingIsAConflict() throws Exception {
    ImportPlan plan =
        ImportPlan.of(
            book(PACS),
            Lists.read(
                "{\"pacs\":{\"AET\":\"PACS1\",\"Host\":\"10.0.0.5\",\"Port\":104,\"LocalAet\":\"ME\"}}"));

    assertThat(words(plan))
        .containsExactly(
            "conflict: pacs (PACS1@10.0.0.5:104): the same address as \"Main PACS\", but calling"
                + " AE none → ME");
  }

  @Test
  void ourOwnFileIsKnownAgainByItsIdsThroughRenames() throws Exception {
    PeerBook book = book(PACS);
    String renamed =
        PeerExport.of(PeerListFormat.ECHOLOT, book).text().replace("Main PACS", "Old PACS");

    ImportPlan plan = ImportPlan.of(book, Lists.read(renamed));

    assertThat(words(plan))
        .containsExactly("changed: Main PACS (PACS1@10.0.0.5:104): name Main PACS → Old PACS");
    assertThat(suggested(plan).names()).containsExactly("Old PACS");
  }

  @Test
  void whatWasDeletedSinceThePreviewStaysDeletedAndNamesTakenSinceAreEvaded() throws Exception {
    ImportPlan plan = plan(book(PACS), "Main PACS,PACS1,10.0.0.5,11112", "CT 1,CT1,10.0.0.6,104");
    PeerBook now = book(Peer.of("CT 1", new AeTitle("X"), "h", 1));

    PeerBook after = plan.applied(now, plan.suggested());

    assertThat(after.names()).containsExactly("CT 1", "CT 1 (2)");
  }

  @Test
  void aSummaryCountsEachKind() throws Exception {
    ImportPlan plan =
        plan(
            book(PACS),
            "Main PACS,PACS1,10.0.0.5,104",
            "A,A,h,1",
            "B,B,h,1",
            "C,C,h,none",
            "Main PACS,X,y,1");

    assertThat(plan.summary()).isEqualTo("2 added, 1 same, 1 conflict, 1 unreadable");
  }
}
