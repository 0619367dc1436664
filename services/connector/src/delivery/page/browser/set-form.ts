import { type Chosen, pathsOf, type SetPaths } from './addresses.js';
import { element } from './dom.js';
import { FilterField } from './filter-field.js';
import type { ConnectPageData, PageLanguage, PageSet } from './page-data.js';
import { Preview } from './preview.js';
import type { Proposals } from './proposals.js';
import { readRows } from './service.js';

const FILES = ['pbids', 'odc', 'xlsx', 'csv', 'iqy', 'parquet'] as const satisfies readonly (keyof SetPaths)[];

/** The form of a set: filters, the address and the files that they make, and a look at the first rows. */
export class SetForm {
  readonly element: HTMLElement;
  readonly #data: ConnectPageData;
  readonly #set: PageSet;
  readonly #fields: readonly FilterField[];
  readonly #preview: Preview;
  readonly #address = element('code', { class: 'address' });
  readonly #copy: HTMLButtonElement;
  readonly #files = element('ul', { class: 'files' });
  readonly #standing = element('p', { class: 'note standing', role: 'status' });
  #names: PageLanguage;

  constructor(data: ConnectPageData, set: PageSet, proposals: Proposals) {
    const { words, language } = data;
    this.#data = data;
    this.#set = set;
    this.#names = language;
    this.#preview = new Preview(words, language);
    this.#fields = set.filters.map(
      (filter): FilterField =>
        new FilterField({
          id: `${set.id}-${filter}`,
          filter,
          words,
          propose: () => proposals.of(filter, this.#chosen().get('index') ?? []),
          changed: () => this.#changed(),
        }),
    );
    this.#copy = element('button', { type: 'button', class: 'quiet' }, words.copy);
    this.element = this.#build();
    this.#changed();
    void this.#lookForRows();
  }

  #build(): HTMLElement {
    const { words } = this.#data;
    const look = element('button', { type: 'submit' }, words.preview);
    const none = this.#fields.length === 0 ? [element('p', { class: 'note' }, words.noFilters)] : [];
    const form = element(
      'form',
      { class: 'builder' },
      this.#standing,
      element('div', { class: 'fields' }, ...none, ...this.#fields.map((field) => field.element), this.#namesField()),
      element('div', { class: 'built' }, element('span', { class: 'label' }, words.address), this.#address, this.#copy),
      element('span', { class: 'label' }, words.files),
      this.#files,
      look,
      this.#preview.element,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#look();
    });
    return form;
  }

  /** Shows the first rows of the choice, what is written and not yet taken included; none while something of it cannot be read. */
  async #look(): Promise<void> {
    await Promise.all(this.#fields.map((field) => field.settle()));
    const wrong = this.#fields.find((field) => field.isWrong());
    if (wrong !== undefined) {
      wrong.focus();
      return;
    }
    const { odata } = this.#paths();
    const filtered = this.#fields.some((field) => field.values().length > 0);
    const { groups } = this.#set;
    await this.#preview.show({ path: this.#data.base + odata, title: decodeURI(odata), filtered, groups });
  }

  /** Says that the table has no row at all; nothing when that cannot be known. */
  async #lookForRows(): Promise<void> {
    const { base, roots, language, words } = this.#data;
    const { odata } = pathsOf(this.#set, language, roots[language], new Map());
    const rows = await readRows(`${base}${odata}?$top=1`, language).catch(() => null);
    if (rows?.length === 0) this.#standing.textContent = words.noRowsYet;
  }

  /** Which names the columns have. */
  #namesField(): HTMLElement {
    const choice = (language: PageLanguage, label: string): HTMLElement => {
      const id = `${this.#set.id}-names-${language}`;
      const input = element('input', { type: 'radio', id, name: `${this.#set.id}-names`, value: language });
      input.checked = language === this.#names;
      input.addEventListener('change', () => {
        this.#names = language;
        this.#changed();
      });
      return element('span', {}, input, element('label', { for: id, lang: language }, label));
    };
    return element(
      'fieldset',
      { class: 'field names' },
      element('legend', {}, this.#data.words.names),
      choice('vi', 'Tiếng Việt'),
      choice('en', 'English'),
    );
  }

  #chosen(): Chosen {
    return new Map(this.#fields.map((field) => [field.filter, field.values()]));
  }

  #paths(): SetPaths {
    return pathsOf(this.#set, this.#names, this.#data.roots[this.#names], this.#chosen());
  }

  #changed(): void {
    const { server, base, words } = this.#data;
    const paths = this.#paths();
    this.#preview.clear();
    this.#address.textContent = server + decodeURI(paths.odata);
    this.#copy.dataset['copy'] = server + paths.odata;
    this.#files.replaceChildren(
      ...FILES.map((kind) =>
        element('li', {}, element('a', { href: base + paths[kind], 'data-file': kind }, words.file[kind])),
      ),
    );
  }
}
