/**
 * What this computer's own network says, beyond what a socket tells: from which address a call
 * leaves, and who answered it with an ICMP error. Knows no DICOM.
 */
@NullMarked
package org.echolot.network;

import org.jspecify.annotations.NullMarked;
