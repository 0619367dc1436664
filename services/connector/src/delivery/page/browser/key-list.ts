import { element } from './dom.js';
import type { KeysWords, PageLanguage } from './page-data.js';

/** A workbook key as `GET /keys` lists it. */
export interface ListedKey {
  readonly id: string;
  readonly name: string;
  readonly standing: string;
  readonly provinceCode: string | null;
  readonly datasets: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

/** The keys as a table; a usable one has a button that takes it back, which asks once more. */
export function keyTable(
  keys: readonly ListedKey[],
  words: KeysWords,
  language: PageLanguage,
  revoke: (key: ListedKey) => void,
): HTMLElement {
  if (keys.length === 0) return element('p', { class: 'note' }, words.none);
  const day = (instant: string | null): string =>
    instant === null ? words.never : new Date(instant).toLocaleDateString(language);
  const rows = keys.map((key) =>
    element(
      'tr',
      { 'data-key': key.id },
      element('th', { scope: 'row' }, key.name),
      element('td', {}, words.standing[key.standing] ?? key.standing),
      element('td', {}, key.provinceCode ?? words.everyProvince),
      element('td', {}, key.datasets?.map((code) => words.datasets[code] ?? code).join(', ') ?? words.everyDataset),
      element('td', {}, day(key.createdAt)),
      element('td', {}, day(key.expiresAt)),
      element('td', {}, day(key.lastUsedAt)),
      element('td', {}, ...(key.standing === 'USABLE' ? [revokeButton(key, words, revoke)] : [])),
    ),
  );
  const head = element('tr', {}, ...words.columns.map((name) => element('th', { scope: 'col' }, name)));
  const table = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'list-title' }, table);
}

function revokeButton(key: ListedKey, words: KeysWords, revoke: (key: ListedKey) => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'danger', 'aria-label': `${words.revoke}: ${key.name}` });
  button.textContent = words.revoke;
  let asked = false;
  button.addEventListener('click', () => {
    if (asked) {
      revoke(key);
      return;
    }
    asked = true;
    button.textContent = words.revokeSurely;
    button.setAttribute('aria-label', `${words.revokeSurely} ${key.name}`);
  });
  button.addEventListener('blur', () => {
    asked = false;
    button.textContent = words.revoke;
  });
  return button;
}
