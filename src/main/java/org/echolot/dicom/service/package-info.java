/** What PS3.4 offers on an association: Verification. */
@NullMarked
package org.echolot.dicom.service;

import org.jspecify.annotations.NullMarked;
