package org.echolot.ui.listener;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.echolot.history.KeptCall;
import org.echolot.listener.Call;

/**
 * Who called our listener, the newest first: in this session, and in the ones before as far as that
 * was kept. View model: to be used on the FX thread.
 */
public final class CallersModel {

  /** The most lines; older calls are not told. */
  static final int MOST = 200;

  private final CallsModel calls;
  private final Function<Call, String> peerOf;
  private final ObservableList<Caller> callers = FXCollections.observableArrayList();
  private final Subscription following;
  private List<KeptCall> before = List.of();

  /**
   * @param kept reads at most that many of the last calls that were kept; may block
   * @param background runs that
   * @param peerOf the name of the saved peer that calls; empty where it is none
   */
  public CallersModel(
      CallsModel calls,
      IntFunction<List<KeptCall>> kept,
      Executor background,
      Executor fx,
      Function<Call, String> peerOf) {
    this.calls = calls;
    this.peerOf = peerOf;
    ListChangeListener<Call> listener = _ -> list();
    calls.calls().addListener(listener);
    following = () -> calls.calls().removeListener(listener);
    list();
    background.execute(
        () -> {
          List<KeptCall> read = kept.apply(MOST);
          fx.execute(
              () -> {
                before = read;
                list();
              });
        });
  }

  ObservableList<Caller> callers() {
    return callers;
  }

  /** Calls that come are told no longer. */
  void close() {
    following.unsubscribe();
  }

  private void list() {
    List<Caller> all = new ArrayList<>();
    calls.calls().forEach(call -> all.add(Caller.of(call, peerOf.apply(call))));
    List<Caller> session = List.copyOf(all);
    before.stream()
        .map(Caller::of)
        .filter(kept -> session.stream().noneMatch(kept::isSameAs))
        .forEach(all::add);
    all.sort(Comparator.comparing((Caller caller) -> caller.at().toInstant()).reversed());
    List<Caller> shown = all.subList(0, Math.min(MOST, all.size()));
    if (!shown.equals(callers)) {
      callers.setAll(shown);
    }
  }
}
