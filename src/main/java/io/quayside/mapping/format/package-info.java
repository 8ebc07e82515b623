/**
 * The streaming readers of syntax: bytes to segments or rows, and the paths that point into them. They know no field
 * and no partner; what a value means is the mapping's.
 */
package io.quayside.mapping.format;
