package org.echolot.peers.exchange;

import java.nio.charset.StandardCharsets;

/** Lists as other systems have them: shapes from their public sources, with made-up addresses. */
final class Lists {

  static final String ORTHANC =
      """
      // Orthanc's configuration
      {
        "Name" : "My Orthanc", /* a comment
                                  of two lines */
        "DicomAet" : "ORTHANC",
        "DicomModalities" : {
          "sample" : [ "STORESCP", "127.0.0.1", 2000 ],
          // "old" : [ "OLD", "192.168.1.9", 104 ],
          "vitrea" : [ "VITREA", "192.168.1.1", "104", "Vitrea" ],
          "short" : [ "SHORT", "10.0.0.1" ],
          "ct1" : { "AET":"CT1", "Host":"10.0.0.5", "Port":104, "Manufacturer":"Generic",
                    "AllowEcho":true, "UseDicomTls":true, "LocalAet":"HELLO", "Timeout":60 },
          "plain" : { "AET":"PLAIN", "Host":"10.0.0.6", "Port":104, "UseDicomTls":false },
          "noport" : { "AET":"NOPORT", "Host":"10.0.0.7" }
        },
        "DicomPort" : 4242,
      }
      """;

  static final String DCMQRSCP =
      """
      NetworkTCPPort  = 104
      # a comment
      HostTable BEGIN
      acme1         = (ACME1, acmehost1, 5678)
      acme2         = (ACME2, acmehost2, 5678)   # behind
      acmeCTcompany = acme1, acme2
      everyone      = acmeCTcompany, nobody
      broken        = (ACME3, acmehost3)
      wrongport     = (ACME4, acmehost4, many)
      HostTable END
      VendorTable BEGIN
      "Acme CT Company" = acmeCTcompany
      VendorTable END
      AETable BEGIN
      COMMON   /home/dicom/db/COMMON  R (200, 1024mb) ANY
      ACME_STORE /home/dicom/db/ACME RW (9, 1024mb) (other.example, OTHER, 104), (10.1.1.1, MORE, 11112)
      AETable END
      """;

  static final String WEASIS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <nodes>
        <node description="PACS &amp; more" type="DICOM" usageType="BOTH" tsuid="NONE"
              aeTitle="PACS1" hostname="10.0.0.5" port="11112"/>
        <node description="No port" type="DICOM" aeTitle=" PACS2 " hostname="pacs.example"/>
        <node description="Me" type="DICOM_CALLING" aeTitle="WEASIS" hostname="localhost" port="1"/>
        <node description="Web" type="WEB" url="http://pacs.example/dicomweb"/>
        <node description="Printer" type="PRINTER" aeTitle="PRINT" hostname="10.0.0.9" port="104"/>
        <node description="Bad" type="DICOM" aeTitle="TOO LONG FOR AN AE TITLE" hostname="h" port="1"/>
      </nodes>
      """;

  static final String DEVICE =
      """
      { "dicomDeviceName":"pacs1", "dicomDescription":"Main archive", "dicomInstalled":true,
        "dicomNetworkConnection":[
          {"cn":"dicom","dicomHostname":"10.0.0.5","dicomPort":11112,
           "dcmNetworkConnection":{"dcmTCPConnectTimeout":5000}},
          {"cn":"dicom-tls","dicomHostname":"10.0.0.5","dicomPort":2762,
           "dicomTLSCipherSuite":["TLS_AES_128_GCM_SHA256"]},
          {"cn":"hl7","dicomHostname":"10.0.0.5","dicomPort":2575,
           "dcmNetworkConnection":{"dcmProtocol":"HL7"}},
          {"cn":"out","dicomHostname":"10.0.0.5"}],
        "dicomNetworkAE":[
          {"dicomAETitle":"PACS1","dicomAssociationInitiator":true,"dicomAssociationAcceptor":true,
           "dicomNetworkConnectionReference":["/dicomNetworkConnection/0","/dicomNetworkConnection/1",
             "/dicomNetworkConnection/2","/dicomNetworkConnection/3"]},
          {"dicomAETitle":"SCU","dicomAssociationInitiator":true,"dicomAssociationAcceptor":false,
           "dicomNetworkConnectionReference":["/dicomNetworkConnection/3"]},
          {"dicomAETitle":"LOST","dicomAssociationAcceptor":true,
           "dicomNetworkConnectionReference":["/dicomNetworkConnection/9"]}] }
      """;

  static final String LDIF =
      """
      version: 1

      # a comment
      dn: dicomDeviceName=SAMPLE_DEVICE,cn=Devices,cn=DICOM Configuration,dc=dcm4che,dc=org
      objectClass: dicomDevice
      dicomDeviceName: SAMPLE_DEVICE
      dicomDescription:: QXJjaGl2IGbDvHIgYWxsZXM=
      dicomInstalled: TRUE

      dn: cn=dicom,dicomDeviceName=SAMPLE_DEVICE,cn=Devices,cn=DICOM Configuration
       ,dc=dcm4che,dc=org
      objectClass: dicomNetworkConnection
      cn: dicom
      dicomHostname: sample.host.name
      dicomPort: 12345

      dn: dicomAETitle=SAMPLE_AET,dicomDeviceName=SAMPLE_DEVICE,cn=Devices,cn=DICOM Configuration,dc=dcm4che,dc=org
      objectClass: dicomNetworkAE
      dicomAETitle: SAMPLE_AET
      dicomNetworkConnectionReference: cn=dicom, dicomDeviceName=sample_device,cn=Devices,cn=DICOM Configuration,dc=dcm4che,dc=org
      dicomAssociationInitiator: TRUE
      dicomAssociationAcceptor: TRUE

      dn: dicomAETitle=SECRET,dc=org
      objectClass: dicomNetworkAE
      dicomAETitle:< file:///etc/hostname

      no entry at all
      """;

  static final String AE_PROPERTIES =
      """
      # AET=host:port
      DCMQRSCP=localhost:11112
      STORESCP = pacs.example:2762:TLS_RSA_WITH_AES_128_CBC_SHA:SSL_RSA_WITH_3DES_EDE_CBC_SHA
      WITH\\ BLANK=10.0.0.1:104
      BAD=10.0.0.2
      """;

  static final String ACRNEMA_MAP =
      """
      /* **********************************************************
       * AE   host  port  compression
       ********************************************************** */
      CONQUESTSRV1    127.0.0.1       5678            un
      VIEWER          viewer.example  1234            uj
      ACRNEMA         *               104             un
      V*              *               1234            un
      BAD             10.0.0.1        port            un
      """;

  static final String PLIST =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <array>
        <dict>
          <key>Activated</key><true/>
          <key>Address</key><string>10.0.0.5</string>
          <key>AETitle</key><string>PACS1</string>
          <key>Port</key><string>11112</string>
          <key>Description</key><string>Main &amp; only PACS</string>
          <key>TLSCipherSuites</key><array><dict><key>Cipher</key><string>X</string></dict></array>
          <key>QR</key><true/>
          <key>TLSEnabled</key><true/>
        </dict>
        <dict>
          <key>Address</key><string>10.0.0.6</string>
          <key>AETitle</key><string>PACS2</string>
          <key>Port</key><integer>104</integer>
          <key>TLSEnabled</key><false/>
        </dict>
        <dict>
          <key>Address</key><string>10.0.0.7</string>
          <key>AETitle</key><string>PACS3</string>
        </dict>
      </array>
      </plist>
      """;

  static final String KARNAK =
      """
      description,aetitle,hostname,port,nodeType,nodeGroup
      Main PACS,PACS1,10.0.0.5,104,WORKSTATION,Radiology
      "Old, but good",PACS2,pacs.example,11112,WORKLIST,
      No port,PACS3,10.0.0.7,,WORKSTATION,
      """;

  static final String ECHOLOT =
      """
      { "version": 1, "callingAe": "ECHOLOT", "peers": [
        { "id": "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b", "name": "Main PACS", "calledAe": "ORTHANC",
          "host": "localhost", "port": 4242, "tags": ["radiology"], "colour": "green",
          "tls": { "trustedCertificates": "ca.pem" } },
        { "name": "No port", "calledAe": "X", "host": "h" },
        { "name": "CT 1", "calledAe": "CT1", "host": "10.1.2.3", "port": 104 } ] }
      """;

  private Lists() {}

  static ImportedList read(String text) throws UnreadableListException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static ImportedList read(byte[] bytes) throws UnreadableListException {
    ListContent content = ListContent.of(bytes);
    return PeerListFormat.find(content).orElseThrow().read(content);
  }
}
