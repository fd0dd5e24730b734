package org.echolot.ui.listener;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.listener.Call;

/**
 * Who called our listener, the newest first, as far as each call has come. View model: to be used
 * on the FX thread; calls are told by any.
 */
public final class CallsModel implements Consumer<Call> {

  /** Older calls go. */
  static final int MOST = 500;

  /** So many transfer syntaxes are kept of what all calls together propose; older calls go. */
  static final int MOST_SYNTAXES = 50_000;

  private final Executor fx;
  private final Consumer<Call> keeper;
  private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper();
  private final ObservableList<Call> calls = FXCollections.observableArrayList();

  /** What was told since the last frame, the newest of each call. Guarded by itself. */
  private final Map<Long, Call> waiting = new LinkedHashMap<>();

  /**
   * @param fx runs what changes the view model
   * @param keeper keeps what is to be remembered; on the FX thread
   */
  public CallsModel(Executor fx, Consumer<Call> keeper) {
    this.fx = fx;
    this.keeper = keeper;
  }

  /** For any thread. */
  @Override
  public void accept(Call call) {
    boolean first;
    synchronized (waiting) {
      first = waiting.isEmpty();
      waiting.put(call.conversationId(), call);
      if (waiting.size() > MOST) {
        waiting.remove(waiting.keySet().iterator().next());
      }
    }
    if (first) {
      fx.execute(this::showWaiting);
    }
  }

  /** Takes calls likewise, and has those that are over kept. */
  public Consumer<Call> keeping() {
    return call -> {
      accept(call);
      if (call.isOver()) {
        fx.execute(
            () -> {
              keeper.accept(call);
              kept.set(kept.get() + 1);
            });
      }
    };
  }

  /** How many calls were given to the keeper. */
  public ReadOnlyIntegerProperty keptProperty() {
    return kept.getReadOnlyProperty();
  }

  private void showWaiting() {
    List<Call> news;
    synchronized (waiting) {
      news = List.copyOf(waiting.values());
      waiting.clear();
    }
    news.forEach(this::show);
    int keep = 0;
    int syntaxes = 0;
    while (keep < calls.size() && keep < MOST && syntaxes <= MOST_SYNTAXES) {
      syntaxes += syntaxesOf(calls.get(keep));
      keep++;
    }
    if (keep < calls.size()) {
      calls.remove(keep, calls.size());
    }
  }

  private static int syntaxesOf(Call call) {
    AssociateRq rq = call.request();
    return rq == null
        ? 0
        : rq.presentationContexts().stream()
            .mapToInt(context -> 1 + context.transferSyntaxes().size())
            .sum();
  }

  private void show(Call call) {
    for (int i = 0; i < calls.size(); i++) {
      if (calls.get(i).conversationId() == call.conversationId()) {
        calls.set(i, call);
        return;
      }
    }
    calls.addFirst(call);
  }

  ObservableList<Call> calls() {
    return calls;
  }

  /** Forgets all calls. */
  void clear() {
    calls.clear();
  }
}
