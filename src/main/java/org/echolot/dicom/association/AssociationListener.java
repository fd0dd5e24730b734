package org.echolot.dicom.association;

/** Is told what happens on an association, while it happens and in order. */
@FunctionalInterface
public interface AssociationListener {

  /** Does nothing with anything. */
  AssociationListener NONE = _ -> {};

  /**
   * Something happened. This is called by a thread that runs the association, one at a time,
   * between two things that are measured: it must return at once. Who has more to do with it stands
   * behind a {@link org.echolot.concurrent.Teller}.
   */
  void told(AssociationEvent event);
}
