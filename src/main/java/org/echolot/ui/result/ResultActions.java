package org.echolot.ui.result;

import java.security.cert.X509Certificate;
import java.util.List;
import javafx.beans.value.ObservableValue;
import org.echolot.check.CheckStage;
import org.echolot.ui.peers.PeerRow;

/** What can be done about a result that is shown. */
public interface ResultActions {

  /** Copies the report on the result that is shown. */
  void copyForTicket();

  /** Shows the lines of a stage of that result. */
  void showStage(CheckStage stage);

  /** Whether peers can be changed now. */
  ObservableValue<Boolean> canEdit();

  /** Does what is offered with a result of {@code row}. */
  void remedy(PeerRow row, Remedy remedy);

  /**
   * Saves certificates into a file that the user chooses.
   *
   * @param name what they are called, for the name of the file
   */
  void save(String name, List<X509Certificate> certificates);
}
