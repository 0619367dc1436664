import { element } from './dom.js';
import type { ConnectWords, FilterName } from './page-data.js';
import type { Proposal } from './proposals.js';
import { readWritten, shownProposal, type Unread } from './written-values.js';

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
  readonly #problem: HTMLElement;
  #proposals: readonly Proposal[] = [];
  #taking = Promise.resolve();

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
      'aria-describedby': `${id}-hint ${id}-problem`,
      placeholder: hint,
    });
    this.#problem = element('p', { id: `${id}-problem`, class: 'error', role: 'alert' });
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
      this.#problem,
      this.#chosen,
    );
  }

  /** Chosen values, in the order of the choice; what is typed and not yet taken is none. */
  values(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** Takes what is written, and ends when all that was written is taken or refused. */
  settle(): Promise<void> {
    this.#take();
    return this.#taking;
  }

  /** Whether something is written that is no value. */
  isWrong(): boolean {
    return this.#problem.textContent !== '';
  }

  focus(): void {
    this.#input.focus();
  }

  /** Reads the proposals anew: those of other indices. */
  async refresh(): Promise<void> {
    this.#proposals = await this.#options.propose();
    this.#list.replaceChildren(
      ...this.#proposals.map((proposal) => element('option', { value: shownProposal(proposal) })),
    );
    for (const { value, label } of this.#proposals) if (this.#values.has(value)) this.#values.set(value, label);
    this.#show();
  }

  #listen(): void {
    this.#input.addEventListener('focus', () => void this.refresh());
    this.#input.addEventListener('input', () => {
      const written = this.#input.value;
      this.#say([]);
      if (this.#proposals.some((one) => one.label !== '' && written === shownProposal(one))) this.#take();
    });
    this.#input.addEventListener('change', () => this.#take());
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      this.#take();
    });
  }

  #take(): void {
    const written = this.#input.value.trim();
    if (written !== '') this.#taking = this.#taking.then(() => this.#read(written));
  }

  /** Takes the values of what is written; what is none stays in the field, with a word about it. */
  async #read(written: string): Promise<void> {
    await this.refresh();
    const { values, unread } = readWritten(written, this.#proposals);
    if (this.#input.value.trim() === written) {
      this.#input.value = unread.map(({ text }) => text).join(', ');
      this.#say(unread);
    }
    if (values.length === 0) return;
    for (const { value, label } of values) this.#values.set(value, label);
    this.#show();
    this.#options.changed();
  }

  #say(unread: readonly Unread[]): void {
    const { words } = this.#options;
    const sentences = unread.map(({ text, several, nearest, more }) => {
      const proposals = nearest.map(shownProposal).join(', ') + (more ? ', …' : '.');
      const sentence = several ? words.fitsSeveral : words.fitsNone;
      return sentence.replaceAll(/\{(text|proposals)\}/g, (_, name) => (name === 'text' ? text : proposals));
    });
    this.#problem.textContent = sentences.join(' ');
    this.#input.setAttribute('aria-invalid', String(unread.length > 0));
  }

  #show(): void {
    const { words, changed } = this.#options;
    this.#chosen.replaceChildren(
      ...[...this.#values].map(([value, label]) => {
        const shown = shownProposal({ value, label });
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
