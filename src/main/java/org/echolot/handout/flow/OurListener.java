package org.echolot.handout.flow;

import org.echolot.dicom.pdu.AeTitle;

/**
 * Where peers call us.
 *
 * @param port 1 to 65,535
 */
public record OurListener(AeTitle ae, int port, boolean isTls) {}
