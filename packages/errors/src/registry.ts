import type { BilingualText } from '@lientinh/contracts';
import { CodedError } from './coded-error';

/** One entry of the error reference. */
export interface ErrorDefinition<Details extends object> {
  /** Upper-case, stable for ever: callers branch on it. */
  readonly code: string;
  /** HTTP status where the failure is a whole answer. */
  readonly status: number;
  /** When it happens, for the reference (English). */
  readonly meaning: string;
  /** What a person reads; gets the details. */
  readonly message: (details: Details) => BilingualText;
}

/** Makes the error; carries its definition for the reference. */
export interface ErrorFactory<Details extends object> {
  (details: Details, options?: ErrorOptions): CodedError;
  readonly code: string;
  readonly definition: ErrorDefinition<Details>;
}

const definitions = new Map<string, ErrorDefinition<never>>();

/** Registers a code and returns the function that makes its errors. A code is defined once in the whole product. */
export function defineError<Details extends object = Record<string, never>>(
  definition: ErrorDefinition<Details>,
): ErrorFactory<Details> {
  if (definitions.has(definition.code)) throw new Error(`error code ${definition.code} is defined twice`);
  definitions.set(definition.code, definition);
  const make = (details: Details, options?: ErrorOptions): CodedError =>
    new CodedError(
      definition.code,
      definition.status,
      definition.message(details),
      { ...(details as Record<string, unknown>) },
      options,
    );
  return Object.assign(make, { code: definition.code, definition });
}

/** Everything that was defined by the modules loaded so far, sorted by code. */
export function listErrorDefinitions(): readonly Pick<ErrorDefinition<never>, 'code' | 'status' | 'meaning'>[] {
  return [...definitions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
