import { enableCopying } from './copy.js';
import { announce, element, find, pageData } from './dom.js';
import { keyTable, type ListedKey } from './key-list.js';
import type { KeysPageData } from './page-data.js';
import { readProposals } from './proposals.js';
import { ask, wordsOf } from './service.js';

/** A key that was made: its secret comes this once. */
interface MadeKey {
  readonly user: string;
  readonly secret: string;
}

const data = pageData() as KeysPageData;
const { words, language, base } = data;
/** Lives as long as the page: it is never stored, and never part of an address. */
let token = '';

/** What went wrong stays until something goes right. */
const complain = (text: string): void => {
  find('problem', HTMLElement).textContent = text;
};
const say = (text: string): void => {
  complain('');
  announce(text);
};

/** Runs something with the token; what goes wrong is said in the service's own words. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    complain(wordsOf(error, words.failed));
  }
}

const send = (path: string, method: string, body?: object): Promise<Response> =>
  ask(base + path, language, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function showKeys(): Promise<void> {
  const { keys } = (await (await send('/keys', 'GET')).json()) as { readonly keys: readonly ListedKey[] };
  find('key-list', HTMLElement).replaceChildren(
    keyTable(keys, words, language, (key) => void attempt(() => revoke(key))),
  );
}

async function revoke(key: ListedKey): Promise<void> {
  await send(`/keys/${encodeURIComponent(key.id)}`, 'DELETE');
  await showKeys();
  find('list-title', HTMLElement).focus();
  say(words.revoked);
}

async function signIn(): Promise<void> {
  const field = find('token', HTMLInputElement);
  token = field.value.trim().replace(/^Bearer\s+/i, '');
  if (token === '') {
    complain(words.tokenMissing);
    return;
  }
  await showKeys();
  field.value = '';
  signedIn(true);
  say(words.signedIn);
}

function signOut(): void {
  token = '';
  find('key-list', HTMLElement).replaceChildren();
  hideSecret();
  signedIn(false);
  say(words.signedOut);
}

function signedIn(isIn: boolean): void {
  find('sign-in', HTMLElement).hidden = isIn;
  find('managing', HTMLElement).hidden = !isIn;
  (isIn ? find('key-name', HTMLElement) : find('token', HTMLElement)).focus();
}

async function make(): Promise<void> {
  const datasets = [...document.querySelectorAll<HTMLInputElement>('input[name=dataset]:checked')];
  const days = find('key-days', HTMLInputElement).value.trim();
  const province = find('key-province', HTMLSelectElement).value;
  const answer = await send('/keys', 'POST', {
    name: find('key-name', HTMLInputElement).value,
    provinceCode: province === '' ? null : province,
    datasets: datasets.length === 0 ? null : datasets.map(({ value }) => value),
    ...(days === '' ? {} : { expiresInDays: Number(days) }),
  });
  showSecret((await answer.json()) as MadeKey);
  find('make', HTMLFormElement).reset();
  await showKeys();
  say(words.made);
}

function showSecret({ user, secret }: MadeKey): void {
  find('secret-user', HTMLElement).textContent = user;
  find('secret-text', HTMLElement).textContent = secret;
  find('copy-user', HTMLElement).dataset['copy'] = user;
  find('copy-secret', HTMLElement).dataset['copy'] = secret;
  const panel = find('secret', HTMLElement);
  panel.hidden = false;
  panel.focus();
}

function hideSecret(): void {
  find('secret', HTMLElement).hidden = true;
  for (const id of ['secret-user', 'secret-text']) find(id, HTMLElement).textContent = '';
  for (const id of ['copy-user', 'copy-secret']) delete find(id, HTMLElement).dataset['copy'];
}

async function listProvinces(): Promise<void> {
  if (data.provinces === null) return;
  const all = await readProposals(data.provinces, base + data.provinces.path, language);
  find('key-province', HTMLSelectElement).append(
    ...all.map(({ value, label }) => element('option', { value }, label === '' ? value : `${value} – ${label}`)),
  );
}

function onSubmit(id: string, work: () => Promise<void>): void {
  find(id, HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(work);
  });
}

enableCopying(words);
onSubmit('sign-in', signIn);
onSubmit('make', make);
find('sign-out', HTMLElement).addEventListener('click', signOut);
find('hide-secret', HTMLElement).addEventListener('click', () => {
  hideSecret();
  find('key-name', HTMLElement).focus();
});
void attempt(listProvinces);
