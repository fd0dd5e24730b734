package org.echolot.monitor;

import java.nio.charset.StandardCharsets;

/**
 * What goes back to whoever asked.
 *
 * @param status of HTTP
 * @param contentType of the body
 */
record HttpAnswer(int status, String contentType, byte[] body) {

  static final String TEXT = "text/plain; charset=utf-8";

  static HttpAnswer of(int status, String contentType, String body) {
    return new HttpAnswer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A sentence that says why not. */
  static HttpAnswer refusal(int status, String why) {
    return of(status, TEXT, why + "\n");
  }
}
