/**
 * What messages consist of: command sets, their statuses, and the outer shape of data sets (PS3.7,
 * PS3.5 7). Pure and bounded.
 */
@NullMarked
package org.echolot.dicom.dimse;

import org.jspecify.annotations.NullMarked;
