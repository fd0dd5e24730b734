package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.Octets;
import org.echolot.fuzz.Budget;

/** Any bytes, as a data set in one of the transfer syntaxes that can be read. */
public final class DataSetFuzz {

  private static final Budget BUDGET = Budget.of(256, 2_000);

  private static final List<TransferSyntax> SYNTAXES = List.of(TransferSyntax.values());

  private DataSetFuzz() {}

  /** Inputs to begin with: the number of a transfer syntax, and a data set. */
  public static Stream<byte[]> seeds() {
    return DataSetFixtures.all().stream()
        .map(
            fixture -> {
              byte[] all = new byte[1 + fixture.bytes().length()];
              all[0] = (byte) SYNTAXES.indexOf(fixture.syntax());
              System.arraycopy(fixture.bytes().toByteArray(), 0, all, 1, fixture.bytes().length());
              return all;
            });
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    if (bytes.length > 1) {
      TransferSyntax syntax = SYNTAXES.get((bytes[0] & 0xFF) % SYNTAXES.size());
      Octets dataSet = Octets.copyOf(bytes, 1, bytes.length);
      BUDGET.holds(bytes.length, () -> dataSet(dataSet, syntax));
    }
  }

  private static void dataSet(Octets bytes, TransferSyntax syntax)
      throws MalformedDataSetException {
    DataSet decoded;
    try {
      decoded = DataSet.decode(bytes, syntax);
    } catch (MalformedDataSetException fault) {
      assertThat(fault).hasMessageMatching("(?s).+");
      return;
    }
    // In Implicit VR an empty sequence and an empty value look the same, so bytes are compared.
    Octets written = decoded.encode(syntax);
    assertThat(DataSet.decode(written, syntax).encode(syntax)).isEqualTo(written);
  }
}
