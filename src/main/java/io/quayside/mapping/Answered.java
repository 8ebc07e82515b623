package io.quayside.mapping;

import java.util.List;

/**
 * What a partner says of something that we sent it.
 *
 * @param at where it says so: "ST 0001 AK1 1"
 * @param group what the messages are for (AK101): "PO"; empty where a whole interchange is answered, by TA1
 * @param control of our group, or of our interchange; they are the same
 * @param problems what it found wrong, in the places of what we sent
 */
public record Answered(String at, String group, String control, boolean accepted, List<Problem> problems) {}
