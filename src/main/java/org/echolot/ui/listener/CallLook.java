package org.echolot.ui.listener;

import org.echolot.listener.Call;

/** What a call looks like in a list. Pure. */
final class CallLook {

  private CallLook() {}

  /** A mark and a few words. */
  static String result(Call call) {
    return mark(call) + " " + call.fate().label();
  }

  private static String mark(Call call) {
    return switch (call.fate()) {
      case GOING_ON -> "◌";
      case ECHOED -> "✓";
      case NO_ECHO, NO_CONTEXT -> "⚠";
      case REFUSED, NOT_DICOM, FAILED -> "✗";
    };
  }

  /** The style class of how a call stands. */
  static String style(Call call) {
    return switch (call.fate()) {
      case GOING_ON -> "status-running";
      case ECHOED -> "status-ok";
      case NO_ECHO, NO_CONTEXT -> "status-warning";
      case REFUSED, NOT_DICOM, FAILED -> "status-failed";
    };
  }
}
