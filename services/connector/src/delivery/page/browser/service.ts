/** A value of a row. Numbers that a browser would round come as text. */
export type Value = string | number | boolean | null;
/** A row of an answer. */
export type Row = Readonly<Record<string, Value>>;

/** The service's own words for what went wrong. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface ErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** Asks the service; a ServiceError carries its sentence in the language of the page. */
export async function ask(path: string, language: string, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set('accept-language', language);
  if (!headers.has('accept')) headers.set('accept', 'application/json;IEEE754Compatible=true');
  const answer = await fetch(path, { ...options, headers, credentials: 'omit', cache: 'no-store' });
  if (answer.ok) return answer;
  const { error } = (await answer.json().catch(() => ({}))) as ErrorBody;
  throw new ServiceError(error?.code ?? '', error?.message ?? `HTTP ${answer.status}`);
}

interface Page {
  readonly value: readonly Row[];
  readonly '@odata.nextLink'?: string;
}

/** Rows of a set, of every page; the control information taken away. */
export async function readRows(path: string, language: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let next: string | null = path; next !== null;) {
    const page = (await (await ask(next, language)).json()) as Page;
    for (const row of page.value)
      rows.push(Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('@'))));
    next = page['@odata.nextLink'] === undefined ? null : pathOf(page['@odata.nextLink']);
  }
  return rows;
}

/** Without scheme and host: the page asks only where it came from, under whatever name that is. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** What a person may read of a failure. */
export function wordsOf(error: unknown, failed: string): string {
  if (error instanceof ServiceError) return error.code === '' ? error.message : `${error.message} (${error.code})`;
  return failed;
}
