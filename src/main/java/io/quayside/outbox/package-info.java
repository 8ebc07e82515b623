/** What outsiders are told: events, the endpoints they go to, and their deliveries. */
package io.quayside.outbox;
