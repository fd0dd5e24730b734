package org.echolot.tls.trust;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.echolot.text.AddressText;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateName;
import org.echolot.tls.CertificateName.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The names that an authority may issue for (RFC 5280 4.2.1.10, 6.1.3 b and c), those of a trusted
 * authority included: the runtime's validator does not look at them, nor does Bouncy Castle's.
 */
final class NameConstraints {

  static final String EXTENSION = "2.5.29.30";
  private static final String ALTERNATIVE_NAMES = "2.5.29.17";

  private NameConstraints() {}

  /**
   * What of the certificates that an authority stands behind it may not issue for.
   *
   * @param authority one that has such limits
   * @param below those that lead to the authority, the peer's own first
   * @return half a sentence, to be put behind the authority's name
   */
  static Optional<String> brokenBy(X509Certificate authority, List<X509Certificate> below) {
    try {
      PKIXNameConstraintValidator validator = validatorOf(authority);
      for (X509Certificate certificate : below) {
        boolean isOwn = certificate.equals(below.getFirst());
        if (isOwn || !CertificateFacts.of(certificate).isSelfIssued()) {
          for (GeneralName name : namesOf(certificate, isOwn)) {
            if (isForbidden(name, validator)) {
              return Optional.of(
                  "may not issue for "
                      + text(name)
                      + ": its name constraints "
                      + limits(authority));
            }
          }
        }
      }
      return Optional.empty();
    } catch (RuntimeException | CertificateEncodingException e) {
      return Optional.of("has name constraints that cannot be read: " + e.getMessage());
    }
  }

  private static boolean isForbidden(GeneralName name, PKIXNameConstraintValidator validator) {
    try {
      validator.checkPermitted(name);
      validator.checkExcluded(name);
      return false;
    } catch (NameConstraintValidatorException _) {
      return true;
    }
  }

  private static org.bouncycastle.asn1.x509.NameConstraints constraintsOf(
      X509Certificate authority) {
    return org.bouncycastle.asn1.x509.NameConstraints.getInstance(
        ASN1OctetString.getInstance(authority.getExtensionValue(EXTENSION)).getOctets());
  }

  /** As in "permit only DNS:hospital.example; exclude IP:10.0.0.0/8". */
  private static String limits(X509Certificate authority) {
    var constraints = constraintsOf(authority);
    return Stream.of(
            listed("permit only ", constraints.getPermittedSubtrees()),
            listed("exclude ", constraints.getExcludedSubtrees()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> listed(String what, GeneralSubtree @Nullable [] subtrees) {
    return subtrees == null || subtrees.length == 0
        ? Optional.empty()
        : Optional.of(
            what
                + HostNames.told(
                    Stream.of(subtrees)
                        .map(GeneralSubtree::getBase)
                        .map(NameConstraints::text)
                        .toList()));
  }

  /** A name with its kind before it, as those of certificates are shown elsewhere. */
  private static String text(GeneralName name) {
    return switch (name.getTagNo()) {
      case GeneralName.dNSName -> Kind.DNS.word() + ":" + name.getName();
      case GeneralName.rfc822Name -> Kind.EMAIL.word() + ":" + name.getName();
      case GeneralName.uniformResourceIdentifier -> Kind.URI.word() + ":" + name.getName();
      case GeneralName.iPAddress ->
          Kind.ADDRESS.word()
              + ":"
              + address(ASN1OctetString.getInstance(name.getName()).getOctets());
      case GeneralName.directoryName -> Kind.DIRECTORY.word() + ":" + name.getName();
      default -> Kind.OTHER.word() + ":" + name.getName();
    };
  }

  /** An address, or one and a mask of the same length behind it (RFC 5280 4.2.1.10). */
  private static String address(byte[] bytes) {
    boolean hasMask = bytes.length == 8 || bytes.length == 32;
    int length = hasMask ? bytes.length / 2 : bytes.length;
    try {
      String address = AddressText.of(InetAddress.getByAddress(Arrays.copyOf(bytes, length)));
      int bits = 0;
      for (int i = length; i < bytes.length; i++) {
        bits += Integer.bitCount(bytes[i] & 0xFF);
      }
      return hasMask ? address + "/" + bits : address;
    } catch (UnknownHostException _) {
      return HexFormat.of().formatHex(bytes);
    }
  }

  private static PKIXNameConstraintValidator validatorOf(X509Certificate authority) {
    var constraints = constraintsOf(authority);
    PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
    if (constraints.getPermittedSubtrees() != null) {
      validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());
    }
    if (constraints.getExcludedSubtrees() != null) {
      for (GeneralSubtree excluded : constraints.getExcludedSubtrees()) {
        validator.addExcludedSubtree(excluded);
      }
    }
    return validator;
  }

  /**
   * The subject and the alternative names.
   *
   * @param isOwn then a common name that looks like a host counts where no host is listed, as with
   *     OpenSSL
   */
  private static List<GeneralName> namesOf(X509Certificate certificate, boolean isOwn)
      throws CertificateEncodingException {
    List<GeneralName> names = new ArrayList<>();
    X500Name subject = new JcaX509CertificateHolder(certificate).getSubject();
    if (subject.size() > 0) {
      names.add(new GeneralName(subject));
    }
    byte[] extension = certificate.getExtensionValue(ALTERNATIVE_NAMES);
    List<GeneralName> listed =
        extension == null
            ? List.of()
            : Stream.of(
                    GeneralNames.getInstance(ASN1OctetString.getInstance(extension).getOctets())
                        .getNames())
                .toList();
    names.addAll(listed);
    if (isOwn && listed.stream().noneMatch(name -> name.getTagNo() == GeneralName.dNSName)) {
      CertificateName.commonNameOf(certificate)
          .map(CertificateName::value)
          .filter(name -> name.matches("[\\w-]+(\\.[\\w-]+)+") && !HostNames.isAddress(name))
          .ifPresent(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
    }
    return names;
  }
}
