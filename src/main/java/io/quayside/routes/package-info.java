/**
 * The only package that sees Camel: the partners' route files (load, refuse, swap), what stands behind the kamelets, the
 * built-in SFTP server, and the sending of what we wrote for partners. A route brings bytes to keep or takes them away; it
 * decides nothing.
 */
package io.quayside.routes;
