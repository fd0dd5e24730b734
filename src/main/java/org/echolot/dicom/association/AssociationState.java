package org.echolot.dicom.association;

/** The states of the upper layer's protocol machine (PS3.8 9.2.1, Tables 9-1 to 9-5). */
public enum AssociationState {
  STA1("Idle"),
  STA2("Transport connection open, awaiting A-ASSOCIATE-RQ PDU"),
  STA3("Awaiting local A-ASSOCIATE response primitive"),
  STA4("Awaiting transport connection opening to complete"),
  STA5("Awaiting A-ASSOCIATE-AC or A-ASSOCIATE-RJ PDU"),
  STA6("Association established and ready for data transfer"),
  STA7("Awaiting A-RELEASE-RP PDU"),
  STA8("Awaiting local A-RELEASE response primitive"),
  STA9("Release collision, requestor side: awaiting local A-RELEASE response primitive"),
  STA10("Release collision, acceptor side: awaiting A-RELEASE-RP PDU"),
  STA11("Release collision, requestor side: awaiting A-RELEASE-RP PDU"),
  STA12("Release collision, acceptor side: awaiting local A-RELEASE response primitive"),
  STA13("Awaiting transport connection close indication");

  private final String text;

  AssociationState(String text) {
    this.text = text;
  }

  /** What the state is, in words. */
  public String text() {
    return text;
  }

  /** The standard's name, for example {@code Sta6}. */
  public String standardName() {
    return "Sta" + name().substring(3);
  }
}
