package org.echolot.monitor;

import java.nio.charset.StandardCharsets;

/** What goes back to whoever asked. Immutable. */
final class HttpAnswer {

  static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String contentType;
  private final byte[] body;

  /**
   * @param status of HTTP
   * @param contentType of the body
   * @param body is not copied, and belongs to this from now on
   */
  HttpAnswer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  static HttpAnswer of(int status, String contentType, String body) {
    return new HttpAnswer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** A sentence that says why not. */
  static HttpAnswer refusal(int status, String why) {
    return of(status, TEXT, why + "\n");
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /** To be read alone. */
  byte[] body() {
    return body;
  }
}
