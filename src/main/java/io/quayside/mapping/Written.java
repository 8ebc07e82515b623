package io.quayside.mapping;

import java.util.List;

/**
 * A document for a partner.
 *
 * @param controls its interchange control numbers, with 9 digits
 * @param problems what could not be written as it stands in the data: cut, left out, or in other letters
 */
public record Written(byte[] bytes, List<String> controls, List<Problem> problems) {}
