/**
 * The PDUs of the DICOM Upper Layer (PS3.8 9.3): records, and bytes to records and back. Pure and
 * bounded.
 */
@NullMarked
package org.echolot.dicom.pdu;

import org.jspecify.annotations.NullMarked;
