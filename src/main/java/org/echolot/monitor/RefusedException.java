package org.echolot.monitor;

/** A request that gets no answer but why. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of HTTP
   * @param why one sentence, which is shown to whoever asked
   */
  RefusedException(int status, String why) {
    super(why);
    this.status = status;
  }

  HttpAnswer answer() {
    return HttpAnswer.refusal(status, String.valueOf(getMessage()));
  }
}
