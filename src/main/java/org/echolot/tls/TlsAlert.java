package org.echolot.tls;

/**
 * An alert, as it is on the wire (RFC 8446 section 6, RFC 5246 section 7.2).
 *
 * @param level 1 warning, 2 fatal
 * @param description 0 to 255
 */
public record TlsAlert(int level, int description) {}
