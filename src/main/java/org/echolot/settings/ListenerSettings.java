package org.echolot.settings;

import org.echolot.dicom.pdu.AeTitle;

/**
 * The built-in echo server that the window runs.
 *
 * @param port 1 to 65,535
 * @param anyCalled whether it answers whatever AE title it is called by
 * @param startsWithWindow whether it is started when the window opens
 * @param address the address of this computer on which it can be called, or {@link #LOOPBACK}, or
 *     {@link #ALL}; one that this computer does not have is kept
 * @param tls how it speaks TLS, or that it does not
 */
public record ListenerSettings(
    AeTitle ae,
    int port,
    boolean anyCalled,
    boolean startsWithWindow,
    String address,
    ListenerTls tls)
    implements SettingsSection, SettingsPart<ListenerSettings> {

  /** Programs on this computer alone can call it. */
  public static final String LOOPBACK = "loopback";

  /** It can be called on all addresses of this computer. */
  public static final String ALL = "all";

  /** The highest port. */
  public static final int MAX_PORT = 65_535;

  public static final ListenerSettings DEFAULT =
      new ListenerSettings(new AeTitle("ECHOLOT"), 11_112, false, true);

  /** For programs on this computer alone. */
  public ListenerSettings(AeTitle ae, int port, boolean anyCalled, boolean startsWithWindow) {
    this(ae, port, anyCalled, startsWithWindow, LOOPBACK);
  }

  /** Without TLS. */
  public ListenerSettings(
      AeTitle ae, int port, boolean anyCalled, boolean startsWithWindow, String address) {
    this(ae, port, anyCalled, startsWithWindow, address, ListenerTls.OFF);
  }

  /**
   * @throws IllegalArgumentException if the port is out of range
   */
  public ListenerSettings {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
    }
  }

  @Override
  public ListenerSettings through(SettingsFields fields) {
    String title = fields.text("ae", ae.value());
    ListenerTls security =
        fields.optional("tls", tls.equals(ListenerTls.OFF) ? null : tls, ListenerTls.OFF);
    return new ListenerSettings(
        AeTitle.faultOf(title) == null ? new AeTitle(title) : ae,
        fields.integer("port", 1, MAX_PORT, port),
        fields.bool("anyCalled", anyCalled),
        fields.bool("startsWithWindow", startsWithWindow),
        fields.text("address", address),
        security == null ? ListenerTls.OFF : security);
  }

  public ListenerSettings withPort(int value) {
    return new ListenerSettings(ae, value, anyCalled, startsWithWindow, address, tls);
  }

  /** Whether a server that runs so need not be started again to run as {@code other}. */
  public boolean listensLike(ListenerSettings other) {
    return ae.equals(other.ae)
        && port == other.port
        && anyCalled == other.anyCalled
        && address.equals(other.address)
        && (tls.equals(other.tls) || (!tls.on() && !other.tls.on()));
  }
}
