/** What was answered: a document of the service, rows by their shape, changes since a link, or a file by its short name. */
export type AnswerKind =
  'service' | 'metadata' | 'options' | 'batch' | 'collection' | 'changes' | 'single' | 'error' | `file:${string}`;

/** Who is told of requests. */
export interface RequestMeter {
  /** A request to a service root was answered; those of a batch are told one by one. */
  answered(kind: AnswerKind, status: number): void;
  /** An exchange of HTTP ended; `complete`: the caller was sent the whole answer. */
  exchanged(method: string, status: number, complete: boolean, seconds: number): void;
}
