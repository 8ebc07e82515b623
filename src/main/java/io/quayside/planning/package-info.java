/**
 * Who gets what: a pure function from supply, demand and policy to a whole new plan with reasons. Sees nothing but its own
 * records: no SQL, no Camel, no clock. The rules are numbered as in {@code docs/allocation.md}.
 */
package io.quayside.planning;
