package org.echolot.dicom.association;

import org.echolot.concurrent.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * An association, or what was asked of it, failed. The connection is closed when this is thrown.
 */
public final class AssociationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient AssociationFailure failure;
  private final transient Stamp at;

  /** A failure that shows now. */
  public AssociationException(AssociationFailure failure) {
    this(failure, Stamp.now(), null);
  }

  /**
   * @param at when it showed on the wire
   * @param cause what told of it; null for nothing
   */
  public AssociationException(AssociationFailure failure, Stamp at, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
    this.at = at;
  }

  /** What happened, and who ended it. */
  public AssociationFailure failure() {
    return failure;
  }

  /** When it showed on the wire. */
  public Stamp at() {
    return at;
  }
}
