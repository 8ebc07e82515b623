package io.quayside.mapping.format;

import io.quayside.mapping.Problem;
import io.quayside.mapping.ProblemCode;
import java.util.Optional;

/** The bytes themselves are wrong, so that nothing after them can be trusted. Never leaves a reader. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(ProblemCode code, String at, String value, String write) {
        this(new Problem(code, at, Optional.ofNullable(value), Optional.empty(), Optional.empty(), write));
    }

    Unreadable(Problem problem) {
        super(problem.code().word(), null, false, false);
        this.problem = problem;
    }

    /** What to tell. */
    public Problem problem() {
        return problem;
    }
}
