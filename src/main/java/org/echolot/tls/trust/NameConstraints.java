package org.echolot.tls.trust;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateName;

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
            validator.checkPermitted(name);
            validator.checkExcluded(name);
          }
        }
      }
      return Optional.empty();
    } catch (NameConstraintValidatorException e) {
      return Optional.of(
          "may not issue for all the names in the chain: "
              + String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    } catch (RuntimeException | CertificateEncodingException e) {
      return Optional.of("has name constraints that cannot be read: " + e.getMessage());
    }
  }

  private static PKIXNameConstraintValidator validatorOf(X509Certificate authority) {
    var constraints =
        org.bouncycastle.asn1.x509.NameConstraints.getInstance(
            ASN1OctetString.getInstance(authority.getExtensionValue(EXTENSION)).getOctets());
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
