/** dcm4che-net behind the port for engines. Built with the Maven profile {@code dcm4che} alone. */
@NullMarked
package org.echolot.dcm4che;

import org.jspecify.annotations.NullMarked;
