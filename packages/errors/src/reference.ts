import { listErrorDefinitions } from './registry';

/** The error reference as Markdown: every code, its HTTP status and when it happens. */
export function renderErrorReference(): string {
  const rows = listErrorDefinitions().map(({ code, status, meaning }) => `| \`${code}\` | ${status} | ${meaning} |`);
  return [
    '# Error codes',
    '',
    'Generated from the code (`npm run generate`). Codes are stable: programs may branch on them. Messages come in Vietnamese or',
    'English as the `Accept-Language` header asks; Vietnamese is the default.',
    '',
    '| code | HTTP | when |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
