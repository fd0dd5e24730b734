/** Asks a port whether it speaks TLS, or DICOM. */
@NullMarked
package org.echolot.tls.probe;

import org.jspecify.annotations.NullMarked;
