package io.quayside.app.demo;

/** What came of a step, as the gateway says. */
record Outcome(String status, int rows, int problems, int stockChanges, int refilled, int lost, int promisesMoved) {}
