package org.echolot.cli.option;

import org.echolot.text.HostText;
import org.echolot.text.IpText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an address of this computer, and says in plain words what is wrong with one. */
public final class SourceConverter implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    String address = HostText.normalized(value);
    if (!IpText.isIp(address)) {
      throw new TypeConversionException("'" + value + "': this is not an IP address");
    }
    return address;
  }
}
