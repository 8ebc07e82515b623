package io.quayside.web.pages;

import java.util.Map;
import java.util.Optional;

/**
 * One request for a page.
 *
 * @param path decoded path parameters
 * @param query the first value of each, without blanks around it
 * @param form fields of a POST; empty otherwise
 * @param token what the cookie holds, of a session or not; empty where there is none
 */
record Visit(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> form,
        String token,
        Optional<Session> session,
        Client client) {

    /** A query parameter that says something. */
    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /** A number of the query; one that is not a number is as if it were not there. */
    Optional<Long> number(String name) {
        return query(name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
