package org.echolot.cli.option;

import java.time.Duration;
import org.echolot.text.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time-out such as {@code 5s}, and says in plain words what is wrong with one. */
public class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String value) {
    String fault = DurationText.faultOf(value);
    if (fault != null) {
      throw new TypeConversionException("'" + value + "': " + fault);
    }
    return DurationText.parse(value);
  }

  /** Reads a time that may be zero. */
  public static final class OrZero extends DurationConverter {
    @Override
    public Duration convert(String value) {
      return value.strip().matches("0+(ms|s|m|h)?") ? Duration.ZERO : super.convert(value);
    }
  }
}
