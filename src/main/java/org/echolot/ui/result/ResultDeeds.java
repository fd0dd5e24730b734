package org.echolot.ui.result;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.Timeouts;
import org.echolot.peers.Peer;
import org.echolot.probe.AeTitleQuestion;
import org.echolot.ui.peers.PeerRow;

/**
 * What can be done about a result that is shown, besides the actions of the window.
 *
 * @param showStage shows the lines of a stage of that result
 * @param canEdit whether peers can be changed now
 * @param remedy does what is offered with a result of a row
 * @param setBack gives a peer the titles, host and port of a check that succeeded, and checks it
 * @param timeouts how long each stage of a check of a peer may take
 * @param setTitles gives a peer a pair of AE titles that works, and checks it
 * @param save saves certificates into a file that the user chooses; what they are called is for the
 *     name of the file
 */
public record ResultDeeds(
    Consumer<CheckStage> showStage,
    ObservableValue<Boolean> canEdit,
    BiConsumer<PeerRow, Remedy> remedy,
    BiConsumer<PeerRow, CheckRequest> setBack,
    Function<Peer, Timeouts> timeouts,
    BiConsumer<PeerRow, AeTitleQuestion.Try> setTitles,
    BiConsumer<String, List<X509Certificate>> save) {}
