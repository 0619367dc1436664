import type { Language } from '@lientinh/contracts';
import type { CodedError } from '@lientinh/errors';

/** An error object of OData (JSON Format 4.01, section 21.1). */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly target?: string;
    readonly details?: readonly { readonly code: string; readonly message: string; readonly target?: string }[];
    readonly innererror: {
      readonly vi: string;
      readonly en: string;
      readonly requestId: string;
      readonly values: Readonly<Record<string, unknown>>;
    };
  };
}

/** What a caller reads of a failure: the sentence in their language, both languages inside, and what it was made from. */
export function errorBody(error: CodedError, language: Language, requestId: string): ErrorBody {
  const target = targetOf(error.details);
  const nearest = error.details['nearest'];
  const details = Array.isArray(nearest)
    ? nearest.map((name) => ({ code: 'NEAREST_NAME', message: String(name), ...(target === null ? {} : { target }) }))
    : [];
  return {
    error: {
      code: error.code,
      message: error.messageIn(language),
      ...(target === null ? {} : { target }),
      ...(details.length === 0 ? {} : { details }),
      innererror: { vi: error.text.vi, en: error.text.en, requestId, values: error.details },
    },
  };
}

/** The part of the request that is wrong: an option, a header. */
function targetOf(details: Readonly<Record<string, unknown>>): string | null {
  const found = ['target', 'option', 'header'].map((name) => details[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : null;
}
