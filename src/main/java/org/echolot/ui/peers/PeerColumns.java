package org.echolot.ui.peers;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.tls.TlsProfile;

/** The columns of the list of peers. */
final class PeerColumns {

  static final String NAME = "name";

  /** The one that says where a peer is; lists that were kept before it look otherwise. */
  static final String ADDRESS = "address";

  static final String STAGES = "stages";

  /** The one that goes where there is little room. */
  static final String COURSE = "course";

  static final String AGE = "age";

  private PeerColumns() {}

  /** All, from left to right. */
  static List<PeerColumn> all(AgeClock clock) {
    return List.of(
        status(),
        new PeerColumn(NAME, "Name", text(Peer::name), NameCell::new).wide(120, 175),
        new PeerColumn(ADDRESS, "Address", text(Peer::address), AddressCell::new).wide(170, 215),
        text("calledAe", "Called AE", p -> p.calledAe().value()),
        text("callingAe", "Calling AE", p -> p.callingAe() == null ? "" : p.callingAe().value()),
        text("tags", "Tags", p -> String.join(", ", p.tags())),
        text("notes", "Notes", NotesText::oneLine),
        certificate(),
        stages(),
        new PeerColumn(
                "lastResult",
                "Result",
                Comparator.comparing(PeerRow::rank),
                () -> new ResultCell(clock))
            .wide(160, 200),
        new PeerColumn(COURSE, "Course", Comparator.comparing(PeerRow::rank), CourseCell::new)
            .fixed(76),
        age(clock));
  }

  private static PeerColumn status() {
    PeerColumn column =
        new PeerColumn("status", "State", Comparator.comparing(PeerRow::rank), StatusCell::new)
            .fixed(28);
    headed(column, "Status of the peer");
    column.setReorderable(false);
    return column;
  }

  private static PeerColumn stages() {
    PeerColumn column =
        new PeerColumn(
                STAGES, "Stages", Comparator.comparingInt(PeerColumns::stagesDone), StagesCell::new)
            .fixed(Segments.WIDTH + 12);
    headed(column, "Resolve, connect, TLS, associate, echo, release: how far the last check came");
    return column;
  }

  private static PeerColumn age(AgeClock clock) {
    PeerColumn column =
        new PeerColumn(
                AGE,
                "Age",
                Comparator.comparing(
                    row -> row.checkedAt(), Comparator.nullsFirst(Comparator.naturalOrder())),
                () -> new AgeCell(clock))
            .fixed(66);
    headed(column, "Time since the last check");
    return column;
  }

  /** The header has no room for its words, or they do not say enough. */
  private static void headed(PeerColumn column, String tip) {
    Label title = new Label("");
    title.setTooltip(new Tooltip(tip));
    column.setGraphic(title);
  }

  private static int stagesDone(PeerRow row) {
    return row.lastResult() == null ? -1 : Segments.done(row.lastResult());
  }

  private static PeerColumn text(String id, String title, Function<Peer, String> textOf) {
    return new PeerColumn(id, title, text(textOf), () -> new TextCell(textOf))
        .wide(60, 110)
        .hidden();
  }

  private static Comparator<PeerRow> text(Function<Peer, String> textOf) {
    return Comparator.comparing(row -> textOf.apply(row.peer()), new NaturalOrder());
  }

  /** When the first certificate of the peer's chain ends. */
  private static PeerColumn certificate() {
    return new PeerColumn(
            "certificate",
            "Certificate",
            Comparator.comparing(
                row -> row.certificateEndProperty().get(), CertificateEnd::compare),
            CertificateCell::new)
        .wide(100, 100)
        .hidden();
  }

  static String tlsMark(Peer peer) {
    PeerTls tls = peer.tls();
    if (tls == null) {
      return "";
    }
    return tls.profile() == TlsProfile.LEGACY ? "legacy TLS" : "TLS";
  }
}
