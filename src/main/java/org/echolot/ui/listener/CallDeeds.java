package org.echolot.ui.listener;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.echolot.check.CheckStage;
import org.echolot.listener.Call;

/**
 * What can be known and done about a call beside what it is itself.
 *
 * @param peerOf the name of the saved peer that calls; empty where it is none
 * @param showStage shows the lines of a stage of a call in the console
 * @param ticket copies the ticket of a call
 */
public record CallDeeds(
    Function<Call, String> peerOf, BiConsumer<Call, CheckStage> showStage, Consumer<Call> ticket) {}
