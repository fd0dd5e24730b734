package org.echolot.probe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.echolot.check.run.Proposal;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.PresentationContextRq;
import org.jspecify.annotations.Nullable;

/**
 * The presentation contexts of one association, and what the peer makes of them. Pure.
 *
 * @param wanted at most {@link Proposal#MAX_CONTEXTS}
 */
record Contexts(List<Wanted> wanted) {

  /**
   * A context.
   *
   * @param syntaxes at least one
   */
  record Wanted(Service service, List<Syntax> syntaxes) {
    Wanted {
      syntaxes = List.copyOf(syntaxes);
    }
  }

  /**
   * What a context was answered.
   *
   * @param result the number that came; null if none came, or several
   */
  record Answered(Wanted wanted, Answer answer, @Nullable Integer result) {

    /** The same for each of its transfer syntaxes. */
    List<Cell> cells() {
      return wanted.syntaxes().stream()
          .map(syntax -> new Cell(wanted.service(), syntax, answer, result))
          .toList();
    }
  }

  Contexts {
    wanted = List.copyOf(wanted);
  }

  Proposal proposal() {
    List<PresentationContextRq> proposed = new ArrayList<>();
    for (Wanted context : wanted) {
      proposed.add(
          new PresentationContextRq(
              Proposal.idOf(proposed.size()),
              context.service().uid(),
              context.syntaxes().stream().map(Syntax::uid).toList()));
    }
    return Proposal.of(proposed);
  }

  /** The answer to each context, in their order. */
  List<Answered> read(AssociateAc ac) {
    List<Answered> read = new ArrayList<>();
    for (Wanted context : wanted) {
      read.add(read(context, Proposal.idOf(read.size()), ac));
    }
    return read;
  }

  private static Answered read(Wanted context, int id, AssociateAc ac) {
    List<PresentationContextAc> answers =
        ac.presentationContexts().stream().filter(answer -> answer.id() == id).limit(2).toList();
    if (answers.isEmpty()) {
      return new Answered(context, Answer.NOT_ANSWERED, null);
    }
    if (answers.size() > 1) {
      return new Answered(context, Answer.ANSWERED_TWICE, null);
    }
    PresentationContextAc answer = answers.getFirst();
    Answer said = Answer.ofResult(answer.result());
    boolean offered =
        context.syntaxes().stream()
            .anyMatch(syntax -> syntax.uid().equals(answer.transferSyntax()));
    return new Answered(
        context, said.isGood() && !offered ? Answer.ACCEPTED_NOT_OFFERED : said, answer.result());
  }

  /** How many contexts were answered that nobody proposed. */
  int strangers(AssociateAc ac) {
    Set<Integer> proposed = new HashSet<>();
    for (int place = 0; place < wanted.size(); place++) {
      proposed.add(Proposal.idOf(place));
    }
    return (int)
        ac.presentationContexts().stream()
            .filter(answer -> !proposed.contains(answer.id()))
            .count();
  }
}
