package io.quayside.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Statements that run one after the other in one round trip: a small transaction waits longer for its messages to get through
 * than for the database. Parameters are bound by name, for all of them; what they answer is there once it has {@link #run}.
 * For one thread, once.
 */
public final class RoundTrip {
    private final Handle handle;
    private final List<Consumer<Query>> parameters = new ArrayList<>();
    private final List<Statement<?>> statements = new ArrayList<>();

    public RoundTrip(Handle handle) {
        this.handle = handle;
    }

    /** A parameter of any type that Jdbi binds. */
    public RoundTrip bind(String name, Object value) {
        parameters.add(query -> query.bind(name, value));
        return this;
    }

    public <T> RoundTrip bindArray(String name, Class<T> type, Collection<T> values) {
        parameters.add(query -> query.bindArray(name, type, values));
        return this;
    }

    /** Another statement; how many rows it changed, nothing where it asks for some. */
    public Supplier<Integer> update(String sql) {
        return add(sql, (ran, context) -> ran.getUpdateCount());
    }

    /** Another statement; its rows as records. */
    public <T extends Record> Supplier<List<T>> rows(String sql, Class<T> type) {
        return add(sql, (ran, context) -> {
            List<T> records = new ArrayList<>();
            try (ResultSet rows = ran.getResultSet()) {
                RowMapper<T> mapper = Rows.of(type).specialize(rows, context);
                while (rows.next()) {
                    records.add(mapper.map(rows, context));
                }
            }
            return records;
        });
    }

    private <T> Supplier<T> add(String sql, Answer<T> answer) {
        Statement<T> statement = new Statement<>(sql, answer);
        statements.add(statement);
        return () -> statement.answered;
    }

    /** Runs them all, if there are any; the first that fails ends the transaction as if it had been alone. */
    public void run() {
        if (statements.isEmpty()) {
            return;
        }
        String sql = statements.stream().map(s -> Sql.named(s.name)).collect(Collectors.joining(";"));
        try (Query query = handle.createQuery(sql)) {
            parameters.forEach(parameter -> parameter.accept(query));
            query.execute((ran, context) -> {
                take(ran.get(), context);
                return statements;
            });
        }
    }

    private void take(PreparedStatement ran, StatementContext context) throws SQLException {
        for (Statement<?> statement : statements) {
            statement.take(ran, context);
            ran.getMoreResults();
        }
    }

    /** Takes the result that it is the turn of. */
    private interface Answer<T> {
        T of(PreparedStatement ran, StatementContext context) throws SQLException;
    }

    private static final class Statement<T> {
        private final String name;
        private final Answer<T> answer;
        private T answered;

        Statement(String name, Answer<T> answer) {
            this.name = name;
            this.answer = answer;
        }

        void take(PreparedStatement ran, StatementContext context) throws SQLException {
            answered = answer.of(ran, context);
        }
    }
}
