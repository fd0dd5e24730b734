package org.echolot.handout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.echolot.handout.flow.FirewallRequest;
import org.echolot.json.JsonText;
import org.jspecify.annotations.Nullable;

/** The ways to ask for our registration, or to make it. */
public enum RegistrationForm {
  MESSAGE("Message", "A message to the peer's administrator") {
    @Override
    public String text(Registration us) {
      return RegistrationMessage.of(us);
    }
  },

  LIST("Plain list", "Plain facts, for any system") {
    @Override
    public String text(Registration us) {
      return "AE title    "
          + us.ae()
          + "\nIP address  "
          + (us.isAddressKnown() ? us.address() : "(not known here)")
          + (us.hostName().isEmpty() ? "" : "\nHost name   " + us.hostName())
          + "\nPort        "
          + us.port()
          + "\nTLS         "
          + (us.peer() != null && us.peer().isTls() ? "yes" : "no")
          + "\nServices    Verification (C-ECHO), as SCU\n";
    }
  },

  ORTHANC("Orthanc", "For orthanc.json: the short form of DicomModalities") {
    @Override
    public String text(Registration us) {
      return orthanc(
          us,
          "[ "
              + JsonText.of(us.ae().value())
              + ", "
              + JsonText.of(us.addressOrPlace())
              + ", "
              + us.port()
              + " ]");
    }

    @Override
    List<String> ownNotes(Registration us) {
      return ORTHANC_NOTES;
    }
  },

  ORTHANC_OBJECT(
      "Orthanc, long form", "For orthanc.json: the long form, with a setting for each right") {
    @Override
    public String text(Registration us) {
      return orthanc(
          us,
          "{ \"AET\" : "
              + JsonText.of(us.ae().value())
              + ", \"Host\" : "
              + JsonText.of(us.addressOrPlace())
              + ", \"Port\" : "
              + us.port()
              + ", \"AllowEcho\" : true }");
    }

    @Override
    List<String> ownNotes(Registration us) {
      List<String> notes = new ArrayList<>(ORTHANC_NOTES);
      notes.add(
          "Rights that are not listed are granted too; \"AllowStore\" : false, \"AllowFind\" :"
              + " false and so on revoke them.");
      return notes;
    }
  },

  DCMQRSCP("DCMTK dcmqrscp", "For dcmqrscp.cfg: an entry of the HostTable") {
    @Override
    public @Nullable String obstacle(Registration us) {
      return us.ae().value().matches("[A-Za-z0-9_.-]+")
          ? null
          : "dcmqrscp.cfg cannot contain the AE title \""
              + us.ae()
              + "\": it allows only letters, digits, dots, hyphens and underscores.";
    }

    @Override
    public String text(Registration us) {
      String node = us.node().replace('-', '_');
      String end = ", " + us.port() + ")\n";
      String byAddress = "(" + us.ae() + ", " + us.addressOrPlace() + end;
      return us.hostName().isEmpty()
          ? node + " = " + byAddress
          : node
              + "_ip = "
              + byAddress
              + node
              + "_name = ("
              + us.ae()
              + ", "
              + us.hostName()
              + end
              + node
              + " = "
              + node
              + "_ip, "
              + node
              + "_name\n";
    }

    @Override
    List<String> ownNotes(Registration us) {
      String node = us.node().replace('-', '_');
      return List.of(
          "Put this entry between HostTable BEGIN and HostTable END, and add "
              + node
              + " at the end of the called AE title's line in the AETable: ARCHIVE /path RW (9,"
              + " 1024mb) "
              + node
              + ". Then restart dcmqrscp.",
          "dcmqrscp compares the host with its own reverse lookup of our address, and logs the"
              + " result: Association Received (HOST:"
              + us.ae()
              + " -> …). If that is a different name, enter it here. dcmqrscp compares the address"
              + " only with the option -dhl.");
    }
  },

  DCM4CHEE("dcm4chee-arc", "A device, as JSON") {
    @Override
    public String text(Registration us) {
      return String.format(
          Locale.ROOT,
          """
          {
            "dicomDeviceName" : %s,
            "dicomInstalled" : true,
            "dicomNetworkConnection" : [
              { "cn" : "dicom", "dicomHostname" : %s, "dicomPort" : %d }
            ],
            "dicomNetworkAE" : [
              {
                "dicomAETitle" : %s,
                "dicomAssociationInitiator" : true,
                "dicomAssociationAcceptor" : true,
                "dicomNetworkConnectionReference" : [ "/dicomNetworkConnection/0" ]
              }
            ]
          }
          """,
          JsonText.of(us.node()),
          JsonText.of(us.addressOrPlace()),
          us.port(),
          JsonText.of(us.ae().value()));
    }

    @Override
    List<String> ownNotes(Registration us) {
      return List.of(
          "POST it to /dcm4chee-arc/devices/"
              + us.node()
              + ", or add the device under Configuration in the web interface.",
          "If the archive's AE has a list of accepted calling AE titles"
              + " (dcmAcceptedCallingAETitle), add \""
              + us.ae()
              + "\" to it. Without a list, it accepts every caller.");
    }
  },

  FIREWALL("Firewall request", "A request to the network team for a firewall rule") {
    @Override
    public @Nullable String obstacle(Registration us) {
      return withoutPeer(us);
    }

    @Override
    public String text(Registration us) {
      return firewall(us).text();
    }

    @Override
    List<String> ownNotes(Registration us) {
      return FIREWALL_NOTES;
    }
  },

  FIREWALL_HTML("Firewall request, page", "The same as an HTML page, to print or to send") {
    @Override
    public @Nullable String obstacle(Registration us) {
      return withoutPeer(us);
    }

    @Override
    public String text(Registration us) {
      return firewall(us).html();
    }

    @Override
    List<String> ownNotes(Registration us) {
      return FIREWALL_NOTES;
    }
  };

  private static final List<String> FIREWALL_NOTES =
      List.of(
          "Complete the services in use. Delete the second part if the peer sends no data to us.");

  private static final List<String> ORTHANC_NOTES =
      List.of(
          "If orthanc.json already has DicomModalities, add only the middle line to it. Orthanc"
              + " reads it at its next start.",
          "With DicomCheckModalityHost, Orthanc compares the address as text, so a host name never"
              + " matches.");

  private final String label;
  private final String description;

  RegistrationForm(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** A few words for a list. */
  public String label() {
    return label;
  }

  /** Where it goes. */
  public String description() {
    return description;
  }

  /** Why there is no such text, in one sentence; null if there is. */
  public @Nullable String obstacle(Registration us) {
    return null;
  }

  /** The text, ready to be pasted. */
  public abstract String text(Registration us);

  /** What whoever pastes it must know. */
  public List<String> notes(Registration us) {
    List<String> notes = new ArrayList<>();
    if (!us.isAddressKnown()) {
      notes.add(
          isForPeople()
              ? "Our address is not known yet: check the peer once, or enter the address here."
              : "Our address is not known yet: check the peer once, or replace "
                  + Registration.ADDRESS_TO_PUT_IN
                  + " with it.");
    }
    notes.addAll(ownNotes(us));
    return notes;
  }

  List<String> ownNotes(Registration us) {
    return List.of();
  }

  private boolean isForPeople() {
    return switch (this) {
      case MESSAGE, LIST, FIREWALL, FIREWALL_HTML -> true;
      case ORTHANC, ORTHANC_OBJECT, DCMQRSCP, DCM4CHEE -> false;
    };
  }

  private static @Nullable String withoutPeer(Registration us) {
    return us.peer() == null ? "A firewall rule is for one peer: select the peer first." : null;
  }

  private static FirewallRequest firewall(Registration us) {
    return FirewallRequest.of(
        us.ae(),
        us.address(),
        us.hostName(),
        us.port(),
        Objects.requireNonNull(us.peer(), "see obstacle"),
        us.last());
  }

  private static String orthanc(Registration us, String value) {
    return "\"DicomModalities\" : {\n  " + JsonText.of(us.node()) + " : " + value + "\n}\n";
  }
}
