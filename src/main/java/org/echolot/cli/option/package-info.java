/**
 * Commands and their options: declared once, as constants; read, described and looked up by that.
 * And the options that several commands share.
 */
@NullMarked
package org.echolot.cli.option;

import org.jspecify.annotations.NullMarked;
