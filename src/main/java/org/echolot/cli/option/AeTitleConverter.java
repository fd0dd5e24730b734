package org.echolot.cli.option;

import org.echolot.dicom.pdu.AeTitle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an AE title, and says in plain words what is wrong with one. */
public final class AeTitleConverter implements ITypeConverter<AeTitle> {

  @Override
  public AeTitle convert(String value) {
    String fault = AeTitle.faultOf(value);
    if (fault != null) {
      throw new TypeConversionException("'" + value + "': " + fault);
    }
    return new AeTitle(value);
  }
}
