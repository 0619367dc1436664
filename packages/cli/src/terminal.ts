import type { Language } from '@lientinh/contracts';
import type { CliEnvironment } from './environment';

/** How a command ended. */
export const EXIT = {
  /** Done: accepted, proven, healthy. */
  DONE: 0,
  /** The platform (or the proof) said no. */
  REFUSED: 1,
  /** Nothing was sent: a wrong command, a file that cannot be read, nobody who answers. */
  NOT_SENT: 2,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** What a command talks to. */
export interface Terminal {
  readonly environment: CliEnvironment;
  readonly language: Language;
  /** Results: one call, one line. */
  out(text: string): void;
  /** Explanations and progress, kept apart from results. */
  note(text: string): void;
  /** Whether a person watches. */
  readonly isInteractive: boolean;
}

/** Vietnamese or English, as the terminal speaks. */
export function say({ language }: Pick<Terminal, 'language'>, vi: string, en: string): string {
  return language === 'EN' ? en : vi;
}
