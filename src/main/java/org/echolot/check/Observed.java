package org.echolot.check;

import java.util.List;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/**
 * What a check saw of the network beside what the peer said. Immutable.
 *
 * @param origin where the check left this computer, or would have; null: not known, or it can't
 * @param icmp who refused the connection by an ICMP error; null: nobody, or it is not known
 * @param unacknowledgedBytes how much of what we sent was not acknowledged when a deadline of ours
 *     passed; null: not known
 * @param sideQuestions what was asked beside the stages, in order
 * @param variant what the cause of a failure means in particular, by the name that its texts have;
 *     null: nothing but what it says
 * @param network what the system knew of the connection's way at its end; null: not known
 */
public record Observed(
    @Nullable Origin origin,
    @Nullable IcmpAnswer icmp,
    @Nullable Integer unacknowledgedBytes,
    List<SideQuestion> sideQuestions,
    @Nullable String variant,
    @Nullable TcpPath network) {

  /** Nothing was seen. */
  public static final Observed NOTHING = new Observed(null, null, null, List.of(), null, null);

  /** The same where nobody asked the system. */
  public Observed(
      @Nullable Origin origin,
      @Nullable IcmpAnswer icmp,
      @Nullable Integer unacknowledgedBytes,
      List<SideQuestion> sideQuestions,
      @Nullable String variant) {
    this(origin, icmp, unacknowledgedBytes, sideQuestions, variant, null);
  }

  public Observed {
    sideQuestions = List.copyOf(sideQuestions);
  }

  /** The same of a check of which it is not known what its cause means in particular. */
  public Observed(
      @Nullable Origin origin,
      @Nullable IcmpAnswer icmp,
      @Nullable Integer unacknowledgedBytes,
      List<SideQuestion> sideQuestions) {
    this(origin, icmp, unacknowledgedBytes, sideQuestions, null, null);
  }
}
