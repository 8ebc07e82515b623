/**
 * A document's path: {@code keep} stores its bytes, {@code stage} reads them by their mapping and asks the guards,
 * {@code apply} moves stock chunk by chunk. A killed process goes on where the last committed transaction ended.
 */
package io.quayside.inbox;
