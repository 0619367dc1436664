/** A page of rows as it comes in JSON of OData 4.0. */
export interface Page {
  readonly '@odata.context'?: string;
  readonly '@odata.count'?: number;
  readonly '@odata.nextLink'?: string;
  readonly value: readonly Readonly<Record<string, unknown>>[];
}

const MOST_PAGES = 200;

/** An answer that must be 200, as JSON. */
export async function readPage(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
  const response = await fetch(address, { headers });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${String(response.status)} ${address}: ${text}`);
  return JSON.parse(text) as Page;
}

/** Every page, by following the next links; `between` runs after each. Fails when the links do not end. */
export async function readPages(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  between: (pagesRead: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  let next: string | undefined = address;
  while (next !== undefined) {
    if (pages.length === MOST_PAGES) throw new Error(`no end after ${String(MOST_PAGES)} pages: ${next}`);
    const page: Page = await readPage(next, headers);
    pages.push(page);
    await between(pages.length);
    const link: string | undefined = page['@odata.nextLink'];
    next = link === undefined ? undefined : new URL(link, next).href;
  }
  return pages;
}

/** The rows of all pages. */
export const rowsOf = (pages: readonly Page[]): Page['value'] => pages.flatMap(({ value }) => value);
