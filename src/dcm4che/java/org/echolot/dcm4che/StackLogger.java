package org.echolot.dcm4che;

import java.util.Arrays;
import org.dcm4che3.net.pdu.AAssociateRQAC;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** A logger of dcm4che: its lines go to whoever hears the thread that it is called by. */
final class StackLogger extends LegacyAbstractLogger {

  private static final long serialVersionUID = 1L;

  StackLogger(String name) {
    this.name = name;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable fault) {
    Object[] shown =
        arguments == null
            ? new Object[0]
            : Arrays.stream(arguments).map(StackLogger::withoutSecrets).toArray();
    String text = MessageFormatter.basicArrayFormat(pattern, shown);
    LogScope.write(
        switch (level) {
          case ERROR -> System.Logger.Level.ERROR;
          case WARN -> System.Logger.Level.WARNING;
          case INFO -> System.Logger.Level.INFO;
          case DEBUG -> System.Logger.Level.DEBUG;
          case TRACE -> System.Logger.Level.TRACE;
        },
        fault == null ? text : text + ": " + fault);
  }

  /** dcm4che shows a password as so many asterisks, and a server's response as so many bytes. */
  private static @Nullable Object withoutSecrets(@Nullable Object argument) {
    return argument instanceof AAssociateRQAC pdu
            && (pdu.getUserIdentityRQ() != null || pdu.getUserIdentityAC() != null)
        ? pdu.getClass().getSimpleName() + "[not shown: it holds a user identity]"
        : argument;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isErrorEnabled() {
    return LogScope.isHeard();
  }

  @Override
  public boolean isWarnEnabled() {
    return LogScope.isHeard();
  }

  @Override
  public boolean isInfoEnabled() {
    return LogScope.isHeard();
  }

  @Override
  public boolean isDebugEnabled() {
    return LogScope.isHeard();
  }

  @Override
  public boolean isTraceEnabled() {
    return LogScope.isHeard();
  }
}
