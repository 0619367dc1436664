import { z } from 'zod';

/** The environment is wrong. `problems` has one line for each variable, all of them at once. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  constructor(readonly problems: readonly string[]) {
    super(`The environment is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads the variables of `shape` from `env`. Pure: the caller passes `process.env`. Empty text counts as absent.
 * Throws an EnvironmentError that names every variable that is missing or wrong.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  env: Readonly<Record<string, string | undefined>>,
  shape: Shape,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = z.object(shape).safeParse(present);
  if (result.success) return result.data;
  throw new EnvironmentError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
