/** The benchmarks of {@code ./quayside bench}: each beside its limit in one run. */
package io.quayside.app.bench;
