/**
 * The mapping language: compiles mapping files and turns bytes into canonical records with positions and problems,
 * streaming, in constant memory. Pure: no database, no Camel, no clock. Readers of syntax are in {@code format}.
 */
package io.quayside.mapping;
