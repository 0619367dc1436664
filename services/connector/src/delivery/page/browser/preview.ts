import { ordered } from './column-order.js';
import { element } from './dom.js';
import type { ColumnGroup, ConnectWords, PageLanguage } from './page-data.js';
import { ask, readRows, type Row, type Value, wordsOf } from './service.js';

/** Rows that are shown. */
const PREVIEW_ROWS = 10;

/** What is previewed: a path below the server, with its options. */
export interface Previewed {
  readonly path: string;
  readonly title: string;
  /** Whether rows are chosen by a filter. */
  readonly filtered: boolean;
  /** Of every column of a row. */
  readonly groups: readonly ColumnGroup[];
}

/** A table with the first rows at an address, and how many there are in all. */
export class Preview {
  readonly element = element('div', { class: 'preview', 'aria-live': 'polite' });
  readonly #words: ConnectWords;
  readonly #language: PageLanguage;
  #turn = 0;

  constructor(words: ConnectWords, language: PageLanguage) {
    this.#words = words;
    this.#language = language;
  }

  /** Takes the rows away: they are not those of the address any more. */
  clear(): void {
    this.#turn += 1;
    this.element.replaceChildren();
  }

  async show({ path, title, filtered, groups }: Previewed): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const words = this.#words;
    this.element.replaceChildren(element('p', { class: 'note' }, words.reading));
    try {
      const rows = await readRows(withOption(path, `$top=${PREVIEW_ROWS}`), this.#language);
      if (turn !== this.#turn) return;
      const note = element('p', { class: 'note' }, rows.length > 0 ? '' : filtered ? words.noRows : words.noRowsYet);
      const { same, names } = columnsOf(rows, groups);
      this.element.replaceChildren(
        note,
        ...this.#same(same),
        ...(rows.length === 0 ? [] : [this.#table(rows, names, title)]),
      );
      if (rows.length === 0) return;
      const all = rows.length < PREVIEW_ROWS ? rows.length : await this.#count(path);
      if (turn === this.#turn) note.textContent = words.rows.replace('{n}', all.toLocaleString(this.#language));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.element.replaceChildren(element('p', { class: 'error', role: 'alert' }, wordsOf(error, words.failed)));
    }
  }

  async #count(path: string): Promise<number> {
    const [before = '', query = ''] = path.split('?');
    const counted = query === '' ? `${before}/$count` : `${before}/$count?${query}`;
    return Number(await (await ask(counted, this.#language, { headers: { accept: 'text/plain' } })).text());
  }

  /** What every row says alike is said once, so that what differs has room. */
  #same(same: Row): readonly HTMLElement[] {
    const terms = Object.entries(same).map(([name, value]) =>
      element('li', {}, element('strong', {}, name), ' ', value === null ? '–' : String(value)),
    );
    if (terms.length === 0) return [];
    return [element('p', { class: 'label' }, this.#words.same), element('ul', { class: 'same' }, ...terms)];
  }

  #table(rows: readonly Row[], names: readonly string[], title: string): HTMLElement {
    const caption = this.#words.previewOf.replace('{address}', title);
    const head = element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)));
    const body = rows.map((row) => element('tr', {}, ...names.map((name) => this.#cell(row[name] ?? null))));
    const table = element(
      'table',
      {},
      element('caption', { class: 'unseen' }, caption),
      element('thead', {}, head),
      element('tbody', {}, ...body),
    );
    return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, table);
  }

  #cell(value: Value): HTMLElement {
    if (value === null) return element('td', { class: 'none' }, element('span', { title: this.#words.empty }, '–'));
    const text = String(value);
    return element('td', isNumber(value, text) ? { class: 'number' } : { title: text }, text);
  }
}

/** Columns with one value in all rows, and the names of the others. */
function columnsOf(
  rows: readonly Row[],
  groups: readonly ColumnGroup[],
): { readonly same: Row; readonly names: readonly string[] } {
  const [first = {}] = rows;
  const all = ordered(Object.keys(first), groups);
  const names = rows.length < 2 ? all : all.filter((name) => rows.some((row) => row[name] !== first[name]));
  if (names.length === 0) return { same: {}, names: all };
  return { same: Object.fromEntries(Object.entries(first).filter(([name]) => !names.includes(name))), names };
}

const isNumber = (value: Value, text: string): boolean =>
  typeof value === 'number' || (text.length > 2 && /^-?\d+\.\d+$/.test(text));

const withOption = (path: string, option: string): string => `${path}${path.includes('?') ? '&' : '?'}${option}`;
