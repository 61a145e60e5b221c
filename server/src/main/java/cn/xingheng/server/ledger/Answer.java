package cn.xingheng.server.ledger;

import cn.xingheng.core.basics.PersonId;
import org.jspecify.annotations.Nullable;

/** What a form answers: itself again, or that the decision is recorded. */
public sealed interface Answer {

  /**
   * The form, with the panel as far as there is one.
   *
   * @param status of the answer: 200, 409 when others recorded in between, 422 when something is refused
   */
  record Page(FormView view, int status) implements Answer {}

  /**
   * Recorded.
   *
   * @param panel what was seen and now holds; null when this very write had been recorded before
   */
  record Done(PersonId person, String act, @Nullable WhatIf panel) implements Answer {}
}
