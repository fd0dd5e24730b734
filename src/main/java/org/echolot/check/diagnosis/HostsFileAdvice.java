package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Advice for a name whose address comes from a file of this computer, which its owner may have
 * forgotten. Pure.
 */
public final class HostsFileAdvice {

  private static final Pattern STEP =
      Pattern.compile(
          "Check the address(?:es)? of \".*\" in .* of this computer: .* from there\\.");

  /** The same of names that may be from anywhere. */
  private static final Pattern DOUBTS_ALL =
      Pattern.compile("Check that the \\d+ addresses of \".*\" are right\\.");

  private HostsFileAdvice() {}

  /** Whether a step is such a one. */
  public static boolean isOne(String step) {
    return STEP.matcher(step).matches();
  }

  /**
   * The advice, with a step about the file where its entry may be the fault.
   *
   * @param variant what the cause means in particular; null: nothing
   * @param path of the file; null: the name is not from there
   */
  public static List<String> addedTo(
      List<String> advice,
      Cause cause,
      @Nullable Variant variant,
      String host,
      @Nullable String path) {
    if (path == null) {
      return advice;
    }
    boolean isOfSeveral =
        variant == Variant.REFUSED_BY_ALL || variant == Variant.NO_ADDRESS_ANSWERS;
    String step =
        "Check the address of \""
            + host
            + "\" in "
            + path
            + " of this computer: it comes from there.";
    List<String> all = new ArrayList<>(advice);
    all.removeIf(each -> isOfSeveral && DOUBTS_ALL.matcher(each).matches());
    switch (cause) {
      case CONNECTION_REFUSED, CONNECT_TIMEOUT, HOST_UNREACHABLE ->
          all.add(
              isOfSeveral ? 0 : 1,
              isOfSeveral
                  ? step.replace("address of", "addresses of").replace("it comes", "they come")
                  : step);
      case NOT_DICOM, PEER_NOT_TLS, REJECTED_CALLED_AE, CERTIFICATE_HOSTNAME_MISMATCH ->
          all.add(step);
      default -> {
        // Whoever answered is not shown to be another one.
      }
    }
    return List.copyOf(all);
  }
}
