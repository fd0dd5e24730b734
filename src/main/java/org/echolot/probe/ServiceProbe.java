package org.echolot.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.Errand;
import org.echolot.check.run.Errands;
import org.echolot.check.run.Proposal;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.probe.Contexts.Answered;
import org.echolot.probe.Contexts.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Asks a peer which services it accepts for us, by negotiation alone: no message and no data goes
 * over any of the associations, which come one after the other, with a pause between them.
 *
 * <p>First each service is proposed in all of its transfer syntaxes at once; only what is accepted
 * so is then proposed in each of them alone. Used once, by one thread.
 */
public final class ServiceProbe {

  /** The most associations that one probe opens. */
  static final int MAX_ASSOCIATIONS = 32;

  /** How many contexts are proposed at once, and how many after a peer ended that. */
  private static final List<Integer> BATCHES = List.of(Proposal.MAX_CONTEXTS, 32, 8);

  /** Others are to be served between two associations. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Errands errands;
  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private int associations;
  private int strangers;
  private int batch;
  private @Nullable CheckResult failure;

  /**
   * @param listener is told what happens in each association, on another thread
   */
  public ServiceProbe(
      Errands errands, CheckRequest request, CheckListener listener, StopSignal stop) {
    this.errands = errands;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
  }

  /** Asks. It blocks, at most for the timeouts of {@link #MAX_ASSOCIATIONS} associations. */
  public ServiceMatrix run(List<Service> services) {
    Map<Wanted, Answered> first =
        ask(services.stream().map(service -> new Wanted(service, service.syntaxes())).toList());
    List<Wanted> each =
        first.values().stream()
            .filter(answered -> answered.answer().isGood())
            .flatMap(ServiceProbe::inEachSyntax)
            .toList();
    Map<Wanted, Answered> second = ask(each);
    List<Cell> cells = new ArrayList<>();
    for (Service service : services) {
      Wanted all = new Wanted(service, service.syntaxes());
      Answered answered = first.getOrDefault(all, notAsked(all));
      if (answered.answer().isGood()) {
        inEachSyntax(answered)
            .forEach(one -> cells.addAll(second.getOrDefault(one, notAsked(one)).cells()));
      } else {
        cells.addAll(answered.cells());
      }
    }
    return new ServiceMatrix(cells, roles(cells), strangers, associations, failure);
  }

  private static Stream<Wanted> inEachSyntax(Answered answered) {
    Wanted wanted = answered.wanted();
    return wanted.syntaxes().stream().map(one -> new Wanted(wanted.service(), List.of(one)));
  }

  private static Answered notAsked(Wanted wanted) {
    return new Answered(wanted, Answer.NOT_ASKED, null);
  }

  /** Whether we may be sent what a C-GET finds; asked only where a C-GET is accepted. */
  private List<RoleAnswer> roles(List<Cell> cells) {
    List<Wanted> get = acceptedIn(cells, false);
    List<Wanted> storage = acceptedIn(cells, true);
    if (get.isEmpty() || storage.isEmpty() || !mayGoOn()) {
      return List.of();
    }
    Contexts contexts =
        new Contexts(
            Stream.concat(Stream.of(get.getFirst()), storage.stream())
                .limit(Proposal.MAX_CONTEXTS)
                .toList());
    List<Service> asked = contexts.wanted().stream().skip(1).map(Wanted::service).toList();
    List<UserItem> items =
        asked.stream().<UserItem>map(one -> new UserItem.RoleSelection(one.uid(), 1, 1)).toList();
    Proposal plain = contexts.proposal();
    AssociateAc ac = associate(new Proposal(plain.contexts(), items, plain.maxPduLength()));
    return ac == null
        ? List.of()
        : asked.stream().map(service -> new RoleAnswer(service, scpRole(service, ac))).toList();
  }

  private static List<Wanted> acceptedIn(List<Cell> cells, boolean storage) {
    return cells.stream()
        .filter(cell -> cell.answer().isGood())
        .filter(
            cell ->
                storage
                    ? cell.service().kind().isStorage()
                    : cell.service().kind() == Service.Kind.GET)
        .map(Cell::service)
        .distinct()
        .map(service -> new Wanted(service, Catalogue.syntaxes().subList(0, 2)))
        .toList();
  }

  private static @Nullable Integer scpRole(Service service, AssociateAc ac) {
    return ac.userInformation().items().stream()
        .filter(UserItem.RoleSelection.class::isInstance)
        .map(UserItem.RoleSelection.class::cast)
        .filter(role -> role.sopClassUid().equals(service.uid()))
        .map(UserItem.RoleSelection::scpRole)
        .findFirst()
        .orElse(null);
  }

  private boolean mayGoOn() {
    return failure == null && !stop.isStopped() && associations < MAX_ASSOCIATIONS;
  }

  /** Proposes all of it, as many at a time as the peer takes. What was not asked is not there. */
  private Map<Wanted, Answered> ask(List<Wanted> wanted) {
    Map<Wanted, Answered> answers = new HashMap<>();
    int done = 0;
    while (done < wanted.size() && mayGoOn()) {
      int end = Math.min(wanted.size(), done + BATCHES.get(batch));
      Contexts contexts = new Contexts(wanted.subList(done, end));
      AssociateAc ac = associate(contexts.proposal());
      if (ac != null) {
        contexts.read(ac).forEach(answered -> answers.put(answered.wanted(), answered));
        strangers += contexts.strangers(ac);
        done = end;
      } else if (mayBeTooMany(end - done)) {
        batch++;
        failure = null;
      }
    }
    return Collections.unmodifiableMap(answers);
  }

  /** Old devices and printers end a request with many contexts, where they take a smaller one. */
  private boolean mayBeTooMany(int contexts) {
    Cause cause = failure == null ? null : failure.cause();
    return batch + 1 < BATCHES.size()
        && contexts > BATCHES.get(batch + 1)
        && (cause == Cause.ABORTED || cause == Cause.CLOSED_BEFORE_REPLY);
  }

  private @Nullable AssociateAc associate(Proposal proposal) {
    if (associations > 0) {
      pause();
    }
    associations++;
    Errands.Done<AssociateAc> done =
        errands.run(request, proposal, Errand.Accepted::ac, listener, stop);
    if (done.value() == null) {
      failure = done.result();
    }
    return done.value();
  }

  private void pause() {
    CountDownLatch stopped = new CountDownLatch(1);
    try (var _ = stop.onStop(stopped::countDown)) {
      boolean _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
