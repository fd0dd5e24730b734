package org.echolot.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.Errands;
import org.echolot.check.run.LargeRequests;
import org.echolot.check.run.LargeRequests.Manner;
import org.echolot.check.run.LargeRequests.Reply;
import org.echolot.check.run.Proposal;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Uids;
import org.echolot.probe.BigResult.Direction;
import org.echolot.probe.BigResult.Try;
import org.jspecify.annotations.Nullable;

/**
 * Finds paths on which large packets are lost: an echo passes them, and images do not. Association
 * requests of growing size are sent; where one is not answered and that of an echo was, the same
 * goes once more in small packets. If these pass, that is the proof, and which of them had to be
 * small tells the direction. Used once, by one thread; only ever on request.
 */
public final class BigProbe {

  /** The sizes that are asked for where nobody says which, in bytes. */
  public static final List<Integer> SIZES = List.of(8_192, 14_336, 34_816);

  /** The most sizes of one probe. */
  public static final int MAX_SIZES = 16;

  /** The least and the largest size. */
  public static final int LEAST_BYTES = LargeProposal.LEAST;

  public static final int MOST_BYTES = LargeProposal.MOST;

  /** An answer takes no longer than this, unless that to a small request did. */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private static final int SLOWER_THAN_SMALL = 3;

  private final LargeRequests requests;
  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private final List<Try> sizes = new ArrayList<>();
  private final List<Try> proofs = new ArrayList<>();
  private Duration patience;
  private @Nullable CheckResult failure;

  /**
   * @param listener is told what happens on each connection, on another thread
   */
  public BigProbe(Errands errands, CheckRequest request, CheckListener listener, StopSignal stop) {
    this.requests = new LargeRequests(errands);
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.patience = request.timeouts().associate();
  }

  /**
   * Sends them, one after the other.
   *
   * @param bytes each from {@link #LEAST_BYTES} to {@link #MOST_BYTES}, the smallest first
   */
  public BigResult run(List<Integer> bytes) {
    Try small = send(small(), Manner.WHOLE);
    CheckResult unreached = failure;
    if (small == null && unreached != null && unreached.cause() == Cause.TLS_TIMEOUT) {
      return handshakeLost(bytes.getFirst(), unreached);
    }
    if (small == null || !small.isAnswered()) {
      return BigWords.unreached(small, failure);
    }
    Duration slow = small.took().multipliedBy(SLOWER_THAN_SMALL).plus(PATIENCE);
    patience = slow.compareTo(patience) < 0 ? slow : patience;
    for (int size : bytes) {
      Proposal proposal = LargeProposal.of(request, size);
      Try large = stop.isStopped() ? null : send(proposal, Manner.WHOLE);
      if (large == null) {
        return BigWords.unfinished(small, sizes, failure);
      }
      sizes.add(large);
      if (large.reply() == Reply.NONE) {
        return BigWords.of(small, sizes, proofs, direction(proposal, large));
      }
      if (large.reply() != small.reply()) {
        return BigWords.refused(small, sizes);
      }
    }
    return BigWords.clear(small, sizes);
  }

  private static Proposal small() {
    return Proposal.of(Proposal.verifications(1, List.of(Uids.IMPLICIT_VR_LITTLE_ENDIAN)));
  }

  /** Over TLS the first large packet is that with the certificate of the peer. */
  private BigResult handshakeLost(int size, CheckResult unreached) {
    Try proof = stop.isStopped() ? null : send(small(), Manner.SMALL_PACKETS_FROM_PEER);
    if (proof == null || !proof.isAnswered()) {
      return BigWords.unreached(proof, unreached);
    }
    Proposal proposal = LargeProposal.of(request, size);
    boolean both =
        !passes(proposal, Manner.SMALL_PACKETS_FROM_PEER) && passes(proposal, Manner.SMALL_PACKETS);
    return BigWords.ofHandshake(proof, proofs, both ? Direction.BOTH : Direction.FROM_PEER);
  }

  /** On which way large packets are lost; null where small ones do not pass either. */
  private @Nullable Direction direction(Proposal proposal, Try lost) {
    boolean arrived = lost.hasArrived();
    if (passes(proposal, arrived ? Manner.SMALL_PACKETS_FROM_PEER : Manner.SMALL_PACKETS_TO_PEER)) {
      return arrived ? Direction.FROM_PEER : Direction.TO_PEER;
    }
    if (passes(proposal, Manner.SMALL_PACKETS)) {
      return Direction.BOTH;
    }
    return null;
  }

  private boolean passes(Proposal proposal, Manner manner) {
    Try proof = stop.isStopped() ? null : send(proposal, manner);
    if (proof != null) {
      proofs.add(proof);
    }
    return proof != null && proof.isAnswered();
  }

  /** Null where it could not be sent. */
  private @Nullable Try send(Proposal proposal, Manner manner) {
    LargeRequests.Sent sent = requests.send(request, proposal, manner, patience, listener, stop);
    Reply reply = sent.reply();
    if (reply == null) {
      failure = sent.reached();
      return null;
    }
    return new Try(
        sent.bytes(),
        manner,
        reply,
        sent.took(),
        switch (sent.delivery()) {
          case Delivery.Unknown _ -> null;
          case Delivery.Whole _ -> 0;
          case Delivery.Stuck(int waiting, _) -> waiting;
        },
        sent.path());
  }
}
