/**
 * The only package that sees Camel: the partners' route files (load, refuse, swap), what stands behind the kamelets, the
 * built-in SFTP server, and the reports that go to a partner's outbox. A route brings bytes to keep; it decides nothing.
 */
package io.quayside.routes;
