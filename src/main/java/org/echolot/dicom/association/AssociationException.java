package org.echolot.dicom.association;

import org.jspecify.annotations.Nullable;

/**
 * An association, or what was asked of it, failed. The connection is closed when this is thrown.
 */
public final class AssociationException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient AssociationFailure failure;

  public AssociationException(AssociationFailure failure) {
    this(failure, null);
  }

  /**
   * @param cause what told of it; null for nothing
   */
  public AssociationException(AssociationFailure failure, @Nullable Throwable cause) {
    super(failure.toString(), cause);
    this.failure = failure;
  }

  /** What happened, and who ended it. */
  public AssociationFailure failure() {
    return failure;
  }
}
