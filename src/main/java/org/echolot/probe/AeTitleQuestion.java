package org.echolot.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.run.Errand;
import org.echolot.check.run.Errands;
import org.echolot.check.run.Proposal;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.Uids;
import org.jspecify.annotations.Nullable;

/**
 * Which AE titles would work, after a peer rejected ours: the same in upper case, our other calling
 * AE titles, and one that nobody has, to learn whether callers are looked at at all. At most {@link
 * #MAX_TRIES} associations, one after the other with a pause, and only when a person asks: this is
 * a question, and not a search.
 */
public final class AeTitleQuestion {

  /** The most associations that are asked for. */
  public static final int MAX_TRIES = 4;

  /** A caller that nobody registers. */
  static final AeTitle NOBODY = new AeTitle("ECHOLOT_NOBODY_0");

  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Set<Cause> REJECTIONS =
      Set.of(
          Cause.REJECTED_CALLED_AE,
          Cause.REJECTED_CALLING_AE,
          Cause.REJECTED_NO_REASON,
          Cause.REJECTED_OTHER,
          Cause.ABORTED,
          Cause.CLOSED_BEFORE_REPLY);

  /**
   * A pair of AE titles that was tried.
   *
   * @param why what it was to show, as in "called AE title in upper case"
   * @param failure what the peer did instead of accepting; null: it accepted
   */
  public record Try(
      AeTitle calledAe, AeTitle callingAe, String why, @Nullable CheckResult failure) {

    public boolean isAccepted() {
      return failure == null;
    }

    /** A line for a ticket. */
    public String line() {
      CheckResult failed = failure;
      Cause cause = failed == null ? null : failed.cause();
      return callingAe
          + " → "
          + calledAe
          + " ("
          + why
          + "): "
          + (failed == null ? "accepted" : cause == null ? "stopped" : cause.label());
    }
  }

  /**
   * What was learned.
   *
   * @param tries in their order
   * @param conclusion one sentence or more: what would work
   */
  public record Answered(List<Try> tries, String conclusion) {
    public Answered {
      tries = List.copyOf(tries);
    }

    /** Whether any pair works. */
    public boolean isSolved() {
      return !working().isEmpty();
    }

    /** The pairs that the peer accepts, without the one whose calling AE title nobody has. */
    public List<Try> working() {
      return tries.stream()
          .filter(one -> one.isAccepted() && !one.callingAe().equals(NOBODY))
          .toList();
    }
  }

  /** A pair of AE titles, and what it is to show. */
  private record Pair(AeTitle calledAe, AeTitle callingAe, String why) {}

  private AeTitleQuestion() {}

  /** Whether the question makes sense after a check. */
  public static boolean fits(CheckResult result) {
    Cause cause = result.cause();
    return result.outcome() == Outcome.FAILURE && cause != null && REJECTIONS.contains(cause);
  }

  /** The peer accepted us, or failed in a way that has nothing to do with AE titles. */
  public static Answered notAsked(CheckResult result) {
    return new Answered(
        List.of(
            new Try(
                result.request().calledAe(),
                result.request().callingAe(),
                "as it is",
                result.isSuccess() ? null : result)),
        result.isSuccess()
            ? "The peer accepts these AE titles."
            : "AE titles are not the matter: " + result.summary() + ".");
  }

  /**
   * Asks. It blocks.
   *
   * @param result the check that failed
   * @param ours the calling AE titles that we have beside that of the check, the likeliest first
   * @param listener is told what happens in each association, on another thread
   */
  public static Answered run(
      Errands errands,
      CheckResult result,
      List<AeTitle> ours,
      CheckListener listener,
      StopSignal stop) {
    List<Try> tries = new ArrayList<>();
    for (Pair pair : pairs(result.request(), result.cause(), ours)) {
      pause(stop);
      if (stop.isStopped()) {
        break;
      }
      CheckRequest request = with(result.request(), pair);
      Errands.Done<Boolean> done =
          errands.run(
              request,
              Proposal.of(Proposal.verifications(1, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN))),
              (Errand.Accepted _) -> true,
              listener,
              stop);
      tries.add(
          new Try(
              pair.calledAe(),
              pair.callingAe(),
              pair.why(),
              done.wasAccepted() ? null : done.result()));
    }
    return new Answered(tries, conclusion(result, tries));
  }

  private static CheckRequest with(CheckRequest request, Pair pair) {
    return request.withAeTitles(pair.calledAe(), pair.callingAe()).withTlsProbe(false);
  }

  private static List<Pair> pairs(CheckRequest request, @Nullable Cause cause, List<AeTitle> ours) {
    AeTitle called = request.calledAe();
    AeTitle calling = request.callingAe();
    AeTitle calledUpper = upper(called);
    AeTitle callingUpper = upper(calling);
    List<Pair> pairs = new ArrayList<>();
    if (!calledUpper.equals(called) && cause != Cause.REJECTED_CALLING_AE) {
      pairs.add(new Pair(calledUpper, calling, "called AE title in upper case"));
    }
    if (cause != Cause.REJECTED_CALLED_AE) {
      if (!callingUpper.equals(calling)) {
        pairs.add(new Pair(called, callingUpper, "calling AE title in upper case"));
      }
      ours.stream()
          .distinct()
          .filter(other -> !other.equals(calling) && !other.equals(callingUpper))
          .limit(Math.max(0, MAX_TRIES - 1 - pairs.size()))
          .forEach(other -> pairs.add(new Pair(called, other, "another calling AE title of ours")));
    }
    pairs.add(new Pair(called, NOBODY, "a calling AE title that nobody has"));
    return pairs;
  }

  private static AeTitle upper(AeTitle title) {
    return new AeTitle(title.value().toUpperCase(Locale.ROOT));
  }

  private static void pause(StopSignal stop) {
    CountDownLatch stopped = new CountDownLatch(1);
    try (var _ = stop.onStop(stopped::countDown)) {
      boolean _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static String conclusion(CheckResult result, List<Try> tries) {
    List<String> sentences = new ArrayList<>();
    tries.stream()
        .filter(one -> one.isAccepted() && !one.callingAe().equals(NOBODY))
        .forEach(
            one ->
                sentences.add(
                    "The peer accepts us as \""
                        + one.callingAe()
                        + "\" if we call \""
                        + one.calledAe()
                        + "\"."));
    tries.stream()
        .filter(one -> one.callingAe().equals(NOBODY))
        .forEach(one -> sentences.add(ofNobody(result, one)));
    if (sentences.isEmpty()) {
      sentences.add("The question was not asked to its end.");
    }
    return String.join(" ", sentences);
  }

  private static String ofNobody(CheckResult result, Try nobody) {
    CheckResult failure = nobody.failure();
    if (failure == null) {
      return "The peer accepts a calling AE title that nobody has, so it does not check callers,"
          + " but it does not accept \""
          + result.request().callingAe()
          + "\".";
    }
    if (failure.cause() == result.cause()) {
      return result.cause() == Cause.REJECTED_CALLED_AE
          ? "It answers a calling AE title that nobody has in the same way, so the called AE title"
              + " is what it does not accept."
          : "It answers a calling AE title that nobody has in the same way: \""
              + result.request().callingAe()
              + "\" is no better known to it.";
    }
    Cause cause = failure.cause();
    return "It answers a calling AE title that nobody has differently ("
        + (cause == null ? "stopped" : cause.label())
        + "), so it checks callers.";
  }
}
