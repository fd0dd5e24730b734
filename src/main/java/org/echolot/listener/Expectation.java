package org.echolot.listener;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.text.AddressText;

/**
 * What a call has to be like that comes from a peer which is set up as we have it.
 *
 * @param peer what the user calls it
 * @param theirs its AE title as it is saved
 * @param addresses those of its host; empty where they are not known, so that any will do
 * @param ours the AE title that it has to call
 */
public record Expectation(String peer, AeTitle theirs, Set<InetAddress> addresses, AeTitle ours) {

  /**
   * Something about a call that does not fit.
   *
   * @param fact what came, and what was expected, in a sentence
   * @param advice what to do about it, and where
   */
  public record Misfit(Kind kind, String fact, String advice) {

    /** What does not fit. */
    public enum Kind {
      NOT_DICOM,
      CALLED_AE,
      CALLING_AE,
      ADDRESS,
      NO_CONTEXT,
      NO_ECHO,
      ENDED
    }
  }

  public Expectation {
    addresses = Set.copyOf(addresses);
  }

  /** Whether it came as expected, and got its echo. */
  public boolean isFulfilledBy(Call call) {
    return call.isGood() && misfitsOf(call).isEmpty();
  }

  /** What does not fit, the first to be mended first; of a call that goes on, as far as it came. */
  public List<Misfit> misfitsOf(Call call) {
    List<Misfit> misfits = new ArrayList<>();
    if (!call.foreign().isEmpty()) {
      misfits.add(
          new Misfit(
              Misfit.Kind.NOT_DICOM,
              "The caller sent " + call.foreign() + " instead of DICOM.",
              foreignAdvice(call)));
    }
    AssociateRq rq = call.request();
    if (rq != null) {
      called(misfits, rq);
      calling(misfits, rq);
    }
    address(misfits, call);
    if (rq != null && misfits.isEmpty() && call.isOver()) {
      outcome(misfits, call);
    }
    if (rq == null && call.foreign().isEmpty() && call.isOver()) {
      misfits.add(
          new Misfit(
              Misfit.Kind.ENDED,
              "The caller connected, but requested no association: " + call.ending() + ".",
              "A port scanner or a monitoring system does that. Wait for the call of "
                  + peer
                  + "."));
    }
    return misfits;
  }

  private String foreignAdvice(Call call) {
    return call.foreign().contains("TLS")
        ? "Turn off TLS for this connection at " + peer + ", or run the reverse test with TLS."
        : "Check which program at "
            + AddressText.of(call.from().getAddress())
            + " calls this port.";
  }

  private void called(List<Misfit> misfits, AssociateRq rq) {
    String came = rq.calledAe().text();
    if (!came.equals(ours.value())) {
      misfits.add(
          new Misfit(
              Misfit.Kind.CALLED_AE,
              "The caller asked for "
                  + AnswerWords.quoted(rq.calledAe())
                  + ", but our AE title is \""
                  + ours
                  + "\""
                  + difference(came, ours.value())
                  + ".",
              "At " + peer + ", enter " + ours + " as the AE title of this computer."));
    }
  }

  private void calling(List<Misfit> misfits, AssociateRq rq) {
    String came = rq.callingAe().text();
    if (!came.equals(theirs.value())) {
      misfits.add(
          new Misfit(
              Misfit.Kind.CALLING_AE,
              "The caller is "
                  + AnswerWords.quoted(rq.callingAe())
                  + ", but "
                  + peer
                  + " is saved as \""
                  + theirs
                  + "\""
                  + difference(came, theirs.value())
                  + ".",
              "Correct the AE title in one of the two places: here, or at "
                  + peer
                  + ". A device can also have one AE title for calls and another for being"
                  + " called."));
    }
  }

  private void address(List<Misfit> misfits, Call call) {
    InetAddress from = call.from().getAddress();
    if (!addresses.isEmpty() && !addresses.contains(from)) {
      misfits.add(
          new Misfit(
              Misfit.Kind.ADDRESS,
              "The call came from "
                  + AddressText.of(from)
                  + ", but "
                  + peer
                  + " is saved with "
                  + addresses.stream()
                      .map(AddressText::of)
                      .sorted()
                      .collect(Collectors.joining(", "))
                  + ".",
              "If this is "
                  + peer
                  + ", it has several network cards, or a device in between changes addresses"
                  + " (NAT). Others that check the caller's address have to accept this one."));
    }
  }

  private void outcome(List<Misfit> misfits, Call call) {
    switch (call.fate()) {
      case NO_CONTEXT ->
          misfits.add(
              new Misfit(
                  Misfit.Kind.NO_CONTEXT,
                  "The caller did not propose Verification, so it could not send a C-ECHO.",
                  "Use the echo or verify function of " + peer + ", not send or query."));
      case NO_ECHO ->
          misfits.add(
              new Misfit(
                  Misfit.Kind.NO_ECHO,
                  "The association was accepted, but the caller sent no C-ECHO: "
                      + call.ending()
                      + ".",
                  "Use the echo or verify function of " + peer + "."));
      case REFUSED, FAILED ->
          misfits.add(
              new Misfit(
                  Misfit.Kind.ENDED,
                  CallFacts.summary(call) + ".",
                  "Have " + peer + " call again."));
      case GOING_ON, ECHOED, NOT_DICOM -> {
        // Nothing else is wrong with it.
      }
    }
  }

  /** What people overlook when they compare two titles. */
  private static String difference(String came, String wanted) {
    if (came.isBlank()) {
      return ": the field was blank";
    }
    if (came.equalsIgnoreCase(wanted)) {
      return ": only upper and lower case differ";
    }
    if (letters(came).equals(letters(wanted))) {
      return ": only blanks or characters that do not show differ";
    }
    return letters(came).equalsIgnoreCase(letters(wanted))
        ? ": only blanks, and upper and lower case, differ"
        : "";
  }

  private static String letters(String title) {
    return title
        .chars()
        .filter(c -> c > ' ' && c != 0x7F && c != 0xA0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
