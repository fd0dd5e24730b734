package org.echolot.settings;

/**
 * How the built-in echo server speaks TLS.
 *
 * @param on whether it does; the files are kept where it does not
 * @param certificate the file with the certificate that it sends; empty: none
 * @param key the file with its key; empty: it is in the file of the certificate
 * @param trusted the file with the authorities of callers' certificates; empty: callers are not
 *     asked for one
 * @param requiresCertificate whether callers without a certificate are refused
 */
public record ListenerTls(
    boolean on, String certificate, String key, String trusted, boolean requiresCertificate)
    implements SettingsPart<ListenerTls> {

  /** Without TLS. */
  public static final ListenerTls OFF = new ListenerTls(false, "", "", "", false);

  @Override
  public ListenerTls through(SettingsFields fields) {
    return new ListenerTls(
        fields.bool("on", on),
        fields.text("certificate", certificate),
        fields.text("key", key),
        fields.text("trusted", trusted),
        fields.bool("requiresCertificate", requiresCertificate));
  }
}
