@NullMarked
package org.echolot.peers.lint;

import org.jspecify.annotations.NullMarked;
