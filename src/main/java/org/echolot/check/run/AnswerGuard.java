package org.echolot.check.run;

import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.echolot.check.diagnosis.Finding;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.secrets.SecretTraces;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;

/**
 * Cuts the secret that we send out of what comes back, before anybody is told of it. A peer that
 * quotes it in an error comment, in its name or in any other place would else put it into the log,
 * the ticket and the capture. What the protocol goes on with is left as it came. Used by the thread
 * of the check.
 */
final class AnswerGuard {

  private final SecretTraces traces;

  /** The end of what came in PDVs before: a secret may be split over them. */
  private byte[] before = new byte[0];

  AnswerGuard(SecretTraces traces) {
    this.traces = traces;
  }

  SecretTraces traces() {
    return traces;
  }

  /** What the listener may be told. */
  AssociationEvent cutFrom(AssociationEvent event) {
    if (traces.isNone()) {
      return event;
    }
    return switch (event) {
      case PduSent _, CommandSent _, StateChanged _ -> event;
      case PduReceived received -> received(received);
      case CommandReceived(int contextId, var commandSet, var deviations, var at) ->
          new CommandReceived(
              contextId, commandSet.withValues(this::masked), cutFrom(deviations), at);
      case UnreadableReceived(Octets bytes, String why, var at) ->
          new UnreadableReceived(upToSecret(bytes), traces.cutFromSentence(why), at);
      case UnreadableCommandReceived(int contextId, Octets bytes, String why, var at) ->
          new UnreadableCommandReceived(contextId, masked(bytes), traces.cutFromSentence(why), at);
      case StackLogged(var level, String text, var at) ->
          new StackLogged(level, traces.cutFrom(text), at);
    };
  }

  private AssociationEvent received(PduReceived event) {
    byte[] bytes = event.bytes().toByteArray();
    BitSet found = traces.in(bytes);
    if (event.pdu() instanceof PDataTf data) {
      found.or(foundInFragments(data));
    }
    List<Deviation> deviations = cutFrom(event.deviations());
    if (found.isEmpty()) {
      return new PduReceived(event.pdu(), event.bytes(), deviations, event.at());
    }
    Octets masked = Octets.of(SecretTraces.masked(bytes, found));
    try {
      return new PduReceived(PduDecoder.decode(masked).pdu(), masked, deviations, event.at());
    } catch (MalformedPduException _) {
      return new UnreadableReceived(
          Octets.copyOf(bytes, 0, found.nextSetBit(0)),
          "the structure of the PDU contains a secret of ours; the rest is not shown",
          event.at());
    }
  }

  /** Where in the bytes of a PDU a secret is that may have begun in, or goes on in, another. */
  private BitSet foundInFragments(PDataTf data) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(before);
    for (Pdv pdv : data.pdvs()) {
      joined.writeBytes(pdv.data().toByteArray());
    }
    byte[] all = joined.toByteArray();
    BitSet found = traces.in(all);
    if (!data.pdvs().getLast().isLast()) {
      found.set(all.length - traces.begunAtEndOf(all, 1), all.length);
    }
    BitSet inPdu = new BitSet();
    int at = before.length;
    int place = PduHeader.LENGTH;
    for (Pdv pdv : data.pdvs()) {
      place += Pdv.HEADER_LENGTH;
      for (int i = 0; i < pdv.data().length(); i++) {
        inPdu.set(place++, found.get(at++));
      }
    }
    before = Arrays.copyOfRange(all, Math.max(0, all.length - SecretTraces.MOST + 1), all.length);
    return inPdu;
  }

  Octets masked(Octets bytes) {
    byte[] all = bytes.toByteArray();
    byte[] masked = traces.masked(all);
    return Arrays.equals(all, masked) ? bytes : Octets.of(masked);
  }

  /** What is no DICOM has no shape to keep, so nothing tells how long the secret is. */
  Octets upToSecret(Octets bytes) {
    byte[] all = bytes.toByteArray();
    BitSet found = traces.in(all);
    return found.isEmpty() ? bytes : bytes.slice(0, found.nextSetBit(0));
  }

  List<Deviation> cutFrom(List<Deviation> deviations) {
    return deviations.stream()
        .map(
            d ->
                new Deviation(
                    d.field(), d.offset(), traces.cutFromSentence(d.description()), d.section()))
        .toList();
  }

  /** A report without certificates in which the secret stands, and what is said of those. */
  TlsReport cutFrom(TlsReport report) {
    if (traces.isNone()) {
      return report;
    }
    List<X509Certificate> chain = report.chain().stream().filter(this::isClean).toList();
    boolean isClean = chain.size() == report.chain().size();
    TrustVerdict trust = report.trust();
    var request = report.clientCertificateRequest();
    return new TlsReport(
        report.profile(),
        report.offered(),
        report.protocol(),
        report.cipherSuite(),
        report.keyExchange(),
        chain,
        trust == null || isClean ? trust : cutFrom(trust),
        request == null
            ? null
            : new TlsReport.ClientCertificateRequest(
                request.keyTypes(),
                request.acceptedIssuers().stream().map(traces::cutFrom).toList()),
        report.sentChain(),
        report.alert(),
        report.switchedOff(),
        report.profileVerdict());
  }

  private TrustVerdict cutFrom(TrustVerdict trust) {
    X509Certificate certificate = trust.certificate();
    return new TrustVerdict(
        trust.reason(),
        certificate == null || !isClean(certificate) ? null : certificate,
        traces.cutFrom(trust.text()),
        trust.cautions().stream().map(traces::cutFrom).toList());
  }

  private boolean isClean(X509Certificate certificate) {
    try {
      return traces.in(certificate.getEncoded()).isEmpty();
    } catch (CertificateEncodingException _) {
      return false;
    }
  }

  /** A finding on certificates with the secret in them, without it. */
  Finding cutFrom(Finding finding) {
    Map<String, String> facts = new LinkedHashMap<>();
    finding.facts().forEach((name, value) -> facts.put(name, traces.cutFrom(value)));
    return new Finding(
        finding.cause(),
        finding.variant(),
        finding.endedBy(),
        traces.cutFrom(finding.detail()),
        facts,
        finding.reject(),
        finding.abort());
  }
}
