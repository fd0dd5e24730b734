/** DIMSE command sets and the C-ECHO messages (PS3.7). Pure and bounded. */
@NullMarked
package org.echolot.dicom.dimse;

import org.jspecify.annotations.NullMarked;
