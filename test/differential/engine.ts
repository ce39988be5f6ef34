/** A question as a client sends it. */
export interface Question {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An error of an answer. */
export interface AnswerError {
  readonly path?: ReadonlyArray<string | number> | undefined;
  readonly code?: string | undefined;
  /** Where an answer may be blank by it, lists as `@`. */
  readonly paths?: readonly string[] | undefined;
  /** The subgraph that it tells of. */
  readonly subgraph?: string | number | undefined;
}

/** What came of a question. */
export interface Answer {
  /** The data as JSON. */
  readonly dataText: string;
  readonly errors: readonly AnswerError[];
}

/** Whatever answers questions. */
export type Engine = (question: Question) => Promise<Answer>;
