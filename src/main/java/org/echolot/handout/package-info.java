/**
 * What is handed to somebody else after a check: how to register us on the other side, and the same
 * test as a command of another tool. Pure text, without any file or connection.
 */
@NullMarked
package org.echolot.handout;

import org.jspecify.annotations.NullMarked;
