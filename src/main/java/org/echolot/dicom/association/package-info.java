/**
 * One association on one connection, as requestor or acceptor (PS3.8 9.2), with whole deadlines.
 */
@NullMarked
package org.echolot.dicom.association;

import org.jspecify.annotations.NullMarked;
