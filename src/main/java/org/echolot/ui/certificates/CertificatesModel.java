package org.echolot.ui.certificates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.check.CheckResult;
import org.echolot.history.CertificateCalendar;
import org.echolot.history.CertificateCalendar.Entry;
import org.echolot.history.CertificateCalendar.Kind;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that were seen with the peers of the list: those of this session, and of peers
 * that it did not check those in the history. View model: to be used on the FX thread.
 */
public final class CertificatesModel {

  private final List<PeerRow> rows;
  private final Function<Set<UUID>, List<CheckResult>> kept;
  private final Executor background;
  private final Executor fx;

  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<List<Entry>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<@Nullable Kind> kind = new SimpleObjectProperty<>(null);
  private final StringProperty find = new SimpleStringProperty("");
  private List<Entry> all = List.of();

  /**
   * @param rows those of the list
   * @param kept the last results over TLS of some peers in the history; waits for the disk
   * @param background runs that
   * @param fx runs what changes the view model
   */
  public CertificatesModel(
      List<PeerRow> rows,
      Function<Set<UUID>, List<CheckResult>> kept,
      Executor background,
      Executor fx) {
    this.rows = rows;
    this.kept = kept;
    this.background = background;
    this.fx = fx;
    kind.subscribe((_, _) -> show());
    find.subscribe((_, _) -> show());
  }

  public ReadOnlyBooleanProperty loadingProperty() {
    return loading.getReadOnlyProperty();
  }

  /** What is to be shown, what ends first first. */
  public ReadOnlyObjectProperty<List<Entry>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Which alone are shown; null: all. */
  public ObjectProperty<@Nullable Kind> kindProperty() {
    return kind;
  }

  /** What subject, issuer, fingerprint or a peer must have in it. */
  public StringProperty findProperty() {
    return find;
  }

  /** How many of those that are shown end within 30 days, or have. */
  public long soon(Instant now) {
    return shown.get().stream().filter(entry -> entry.daysLeft(now) < 30).count();
  }

  // Commands

  /** Looks what is known by now. */
  public void load() {
    loading.set(true);
    Map<UUID, CheckResult> known = new HashMap<>();
    Map<UUID, String> names = new HashMap<>();
    for (PeerRow row : rows) {
      names.put(row.id(), row.peer().name());
      CheckResult last = row.lastResult();
      if (last != null && last.tls() != null) {
        known.put(row.id(), last);
      }
    }
    background.execute(
        () -> {
          Map<UUID, CheckResult> found = new HashMap<>();
          kept.apply(names.keySet()).forEach(r -> found.put(r.request().peerId(), r));
          found.putAll(known);
          CertificateCalendar calendar =
              CertificateCalendar.of(inOrder(names.keySet(), found), names::get);
          fx.execute(() -> loaded(calendar));
        });
  }

  private static List<CheckResult> inOrder(Set<UUID> peers, Map<UUID, CheckResult> found) {
    List<CheckResult> results = new ArrayList<>();
    peers.forEach(peer -> Optional.ofNullable(found.get(peer)).ifPresent(results::add));
    return results;
  }

  private void loaded(CertificateCalendar calendar) {
    all = calendar.entries();
    loading.set(false);
    show();
  }

  private void show() {
    String wanted = find.get().strip().toLowerCase(Locale.ROOT);
    shown.set(
        all.stream()
            .filter(entry -> kind.get() == null || entry.kind() == kind.get())
            .filter(entry -> wanted.isEmpty() || textOf(entry).contains(wanted))
            .toList());
  }

  private static String textOf(Entry entry) {
    return String.join(
            "\n",
            entry.facts().subject(),
            entry.facts().issuer(),
            entry.facts().fingerprint(),
            String.join("\n", entry.peers()))
        .toLowerCase(Locale.ROOT);
  }
}
