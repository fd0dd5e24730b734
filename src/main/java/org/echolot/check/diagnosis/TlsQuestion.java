package org.echolot.check.diagnosis;

import java.time.Instant;

/**
 * Whom we looked for over TLS, and when.
 *
 * @param name the name or address that the certificate has to name
 * @param at what dates are compared with
 */
public record TlsQuestion(String name, Instant at) {}
