import { type BilingualText, inLanguage, type Language } from '@lientinh/contracts';

/**
 * A failure that a caller may see. `code` is stable and machine-readable, `text` says in Vietnamese and English what is wrong and
 * what to do, `status` is the HTTP status where one applies, `details` holds the values the text was made from.
 * Every other error is a fault of ours: it is logged and masked.
 */
export class CodedError extends Error {
  override readonly name = 'CodedError';

  constructor(
    readonly code: string,
    readonly status: number,
    readonly text: BilingualText,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(text.en, options);
  }

  /** The message in the caller's language. */
  messageIn(language: Language): string {
    return inLanguage(this.text, language);
  }
}
