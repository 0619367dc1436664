import { element } from './dom.js';
import type { ConnectWords, FilterName } from './page-data.js';
import type { Proposal } from './proposals.js';

/** What a field needs of its form. */
export interface FilterFieldOptions {
  /** Unique on the page. */
  readonly id: string;
  readonly filter: FilterName;
  readonly words: ConnectWords;
  readonly propose: () => Promise<readonly Proposal[]>;
  readonly changed: () => void;
}

/** A field of a short filter: values are typed or taken from the proposals, and stand as buttons that take them away again. */
export class FilterField {
  readonly element: HTMLElement;
  readonly filter: FilterName;
  readonly #options: FilterFieldOptions;
  readonly #values = new Map<string, string>();
  readonly #input: HTMLInputElement;
  readonly #list: HTMLDataListElement;
  readonly #chosen = element('ul', { class: 'chosen' });
  #proposals: readonly Proposal[] = [];

  constructor(options: FilterFieldOptions) {
    const { id, filter, words } = options;
    this.#options = options;
    this.filter = filter;
    const { label, hint } = words.filters[filter];
    this.#list = element('datalist', { id: `${id}-list` });
    this.#input = element('input', {
      id,
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      list: `${id}-list`,
      'aria-describedby': `${id}-hint`,
      placeholder: hint,
    });
    const add = element('button', { type: 'button', class: 'quiet' }, words.add);
    add.addEventListener('click', () => this.#take());
    this.#listen();
    this.element = element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      element('div', { class: 'with-button' }, this.#input, add),
      element('span', { id: `${id}-hint`, class: 'unseen' }, hint),
      this.#list,
      this.#chosen,
    );
  }

  /** Chosen values, in the order of the choice; what is typed and not yet taken is none. */
  values(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** Reads the proposals anew: those of other indices. */
  async refresh(): Promise<void> {
    this.#proposals = await this.#options.propose();
    this.#list.replaceChildren(
      ...this.#proposals.map(({ value, label }) =>
        element('option', { value: label === '' ? value : `${value} – ${label}` }),
      ),
    );
    for (const { value, label } of this.#proposals) if (this.#values.has(value)) this.#values.set(value, label);
    this.#show();
  }

  #listen(): void {
    this.#input.addEventListener('focus', () => void this.refresh());
    this.#input.addEventListener('input', () => {
      const written = this.#input.value;
      if (this.#proposals.some(({ value, label }) => label !== '' && written === `${value} – ${label}`)) this.#take();
    });
    this.#input.addEventListener('change', () => this.#take());
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#take();
    });
  }

  /** `46`, `46, 62`, `46 – Thừa Thiên Huế`. */
  #take(): void {
    const written = this.#input.value.trim();
    if (written === '') return;
    this.#input.value = '';
    const parts = written.includes(' – ') ? [written] : written.split(',');
    for (const part of parts) {
      const value = (part.split(' – ')[0] ?? '').trim();
      if (value !== '') this.#values.set(value, this.#proposals.find((one) => one.value === value)?.label ?? '');
    }
    this.#show();
    this.#options.changed();
  }

  #show(): void {
    const { words, changed } = this.#options;
    this.#chosen.replaceChildren(
      ...[...this.#values].map(([value, label]) => {
        const shown = label === '' ? value : `${value} – ${label}`;
        const button = element('button', { type: 'button', 'aria-label': `${words.remove} ${shown}` }, shown, ' ×');
        button.addEventListener('click', () => {
          this.#values.delete(value);
          this.#show();
          changed();
          this.#input.focus();
        });
        return element('li', {}, button);
      }),
    );
  }
}
