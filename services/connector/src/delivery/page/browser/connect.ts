import { enableCopying } from './copy.js';
import { find, pageData } from './dom.js';
import { folded } from './folded-text.js';
import type { ConnectPageData } from './page-data.js';
import { Proposals } from './proposals.js';
import { SetForm } from './set-form.js';

const data = pageData() as ConnectPageData;
const proposals = new Proposals(data);

/** The form of a set is made when its part of the page is opened for the first time, in place of the links without filters. */
function prepare(part: HTMLDetailsElement): void {
  const set = data.sets.find(({ id }) => id === part.id);
  const place = part.querySelector('.links');
  if (set === undefined || place === null) return;
  part.addEventListener(
    'toggle',
    () => {
      place.replaceChildren(new SetForm(data, set, proposals).element);
    },
    { once: true },
  );
}

/** Opens the part that the address names: `/connect#Rankings`. */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) named.open = true;
}

/** Shows the sets whose names or columns have the words typed, diacritics or not. */
function enableSearch(parts: readonly HTMLDetailsElement[]): void {
  const texts = new Map(parts.map((part) => [part, folded(part.textContent)]));
  const input = find('search', HTMLInputElement);
  const nothing = find('no-table', HTMLElement);
  input.addEventListener('input', () => {
    const words = folded(input.value);
    for (const [part, text] of texts) part.hidden = !text.includes(words);
    for (const topic of document.querySelectorAll<HTMLElement>('section.topic'))
      topic.hidden = topic.querySelector('details.set:not([hidden])') === null;
    nothing.hidden = parts.some((part) => !part.hidden);
  });
}

enableCopying(data.words);
const parts = [...document.querySelectorAll<HTMLDetailsElement>('details.set')];
for (const part of parts) prepare(part);
enableSearch(parts);
window.addEventListener('hashchange', openNamed);
openNamed();
