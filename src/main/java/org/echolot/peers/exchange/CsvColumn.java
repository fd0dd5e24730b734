package org.echolot.peers.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a table can hold, and how people head it. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are copies that nobody changes
enum CsvColumn {
  NAME(
      "description",
      "name",
      "peername",
      "systemname",
      "bezeichnung",
      "beschreibung",
      "label",
      "alias",
      "geraet",
      "gerät",
      "modality",
      "modalityname",
      "station",
      "stationname",
      "device",
      "devicename",
      "system",
      "nom",
      "nombre",
      "nome",
      "title"),
  CALLED_AE(
      "aetitle",
      "aet",
      "ae",
      "calledae",
      "calledaet",
      "calledaetitle",
      "remoteae",
      "remoteaet",
      "remoteaetitle",
      "dicomaetitle",
      "dicomaet",
      "dicomae",
      "aetitel",
      "titreae",
      "aename",
      "applicationentity",
      "applicationentitytitle"),
  HOST(
      "hostname",
      "host",
      "ip",
      "ipaddress",
      "ipaddr",
      "address",
      "ipadresse",
      "adresse",
      "server",
      "rechner",
      "rechnername",
      "hostip",
      "iphostname",
      "hostnameip",
      "fqdn",
      "dnsname",
      "computername",
      "hostoripaddress",
      "ipv4",
      "ipv4address",
      "adresseip",
      "direccionip",
      "indirizzoip"),
  PORT(
      "port",
      "dicomport",
      "portnumber",
      "tcpport",
      "portnummer",
      "portno",
      "porttcp",
      "puerto",
      "porta"),
  ADDRESS("hostport", "ipport", "addressport", "endpoint"),
  CALLING_AE(
      "callingae",
      "callingaet",
      "callingaetitle",
      "localae",
      "localaet",
      "localaetitle",
      "ownae",
      "ownaet",
      "ourae",
      "ouraet"),
  TLS("tls", "ssl", "secure", "usetls", "usedicomtls", "tlsenabled", "encryption", "encrypted"),
  CONNECT_TIMEOUT("connecttimeout"),
  TLS_TIMEOUT("tlstimeout"),
  ASSOCIATE_TIMEOUT("associatetimeout"),
  ECHO_TIMEOUT("echotimeout"),
  RELEASE_TIMEOUT("releasetimeout"),
  TIMEOUT("timeout", "timeoutms", "timeouts"),
  SOURCE("source", "sourceaddress", "callfrom"),
  GROUP("nodegroup", "group", "gruppe"),
  TAGS(
      "tags",
      "tag",
      "department",
      "location",
      "abteilung",
      "standort",
      "room",
      "raum",
      "site",
      "ward"),
  NOTES(
      "notes",
      "note",
      "comment",
      "comments",
      "remark",
      "remarks",
      "bemerkung",
      "bemerkungen",
      "notiz",
      "notizen",
      "kommentar",
      "contact",
      "vendor",
      "info");

  private final List<String> heads;

  CsvColumn(String... heads) {
    this.heads = List.of(heads);
  }

  /** What a column with this head holds; empty if that is not known. */
  static Optional<CsvColumn> of(String head) {
    String key = head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return Arrays.stream(values()).filter(column -> column.heads.contains(key)).findFirst();
  }
}
