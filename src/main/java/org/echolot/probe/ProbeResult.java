package org.echolot.probe;

import java.time.OffsetDateTime;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one peer; null where it was not asked for.
 *
 * @param startedAt with the offset of the local time zone
 * @param changes how the services differ from those of the last probe; null: there was none before
 */
public record ProbeResult(
    CheckRequest request,
    OffsetDateTime startedAt,
    @Nullable ServiceMatrix services,
    @Nullable List<ProbeChange> changes,
    @Nullable BigResult big,
    FindProbe.@Nullable Found find,
    AeTitleQuestion.@Nullable Answered aeTitles) {

  /** Whether all that was asked for was accepted or clear. */
  public boolean isGood() {
    return (services == null || services.isAllAccepted())
        && (big == null || big.isClear())
        && (find == null || find.isAllowed())
        && (aeTitles == null || aeTitles.isSolved());
  }
}
