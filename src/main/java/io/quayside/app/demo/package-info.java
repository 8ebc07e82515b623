/** The whole story on sample partners: what `quayside demo` shows. The only code of ours that names a partner. */
package io.quayside.app.demo;
