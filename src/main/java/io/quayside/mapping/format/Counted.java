package io.quayside.mapping.format;

/** How what a trailer counts compares with what was read before it. */
enum Counted {
    RIGHT,
    /** Less is counted than there is, so nothing is missing. */
    TOO_FEW,
    /** More is counted than there is: some of it is missing. */
    TOO_MANY;

    private static final int LONGEST = 18;

    /** Counts may be padded with zeros. What is no number might stand for any: something may be missing. */
    static Counted of(String said, long read) {
        String digits = said.strip();
        if (digits.isEmpty() || digits.length() > LONGEST || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return TOO_MANY;
        }
        int compared = Long.compare(Long.parseLong(digits), read);
        return compared == 0 ? RIGHT : compared < 0 ? TOO_FEW : TOO_MANY;
    }
}
