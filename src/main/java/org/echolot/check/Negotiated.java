package org.echolot.check;

import org.jspecify.annotations.Nullable;

/**
 * What the peer's A-ASSOCIATE-AC said.
 *
 * @param implementationClassUid null if the peer did not say
 * @param implementationVersionName null if the peer did not say
 * @param maxPduLength the most bytes the peer takes in one P-DATA-TF; 0: no maximum; null if it did
 *     not say
 * @param transferSyntax the UID accepted for Verification; null if it was not accepted
 * @param contextResult the result for the Verification context, as received; null if the peer did
 *     not answer the context at all
 */
public record Negotiated(
    @Nullable String implementationClassUid,
    @Nullable String implementationVersionName,
    @Nullable Long maxPduLength,
    @Nullable String transferSyntax,
    @Nullable Integer contextResult) {}
