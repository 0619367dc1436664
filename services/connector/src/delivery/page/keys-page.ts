import { DATASETS } from '@lientinh/contracts';
import type { ConnectRoots } from '../connection';
import type { KeysPageData } from './browser/page-data';
import type { PagePlace } from './page-place';
import { documentOf } from './document';
import { html, type Markup } from './html';
import { KEY_STEPS, WORDS } from './page-words';
import { proposalsOf } from './proposal-sources';
import { DATASET_WORDS, KEYS_WORDS } from './script-words';

/** The page on which workbook keys are made, listed and revoked with an access token that only its script knows. */
export function keysPage(roots: ConnectRoots, { language, base }: PagePlace): string {
  const { provinces } = proposalsOf(roots.en.model, language);
  const data: KeysPageData = {
    language,
    base,
    provinces: provinces === undefined ? null : { ...provinces, path: roots.en.path + provinces.path },
    words: {
      ...KEYS_WORDS[language],
      datasets: Object.fromEntries(DATASETS.map((code) => [code, DATASET_WORDS[code][language]])),
    },
  };
  return documentOf({
    language,
    base,
    path: '/keys',
    title: WORDS.keysTitle[language],
    navigation: [{ href: `${base}/connect`, text: WORDS.toTables[language] }],
    content: html`<section class="opening">
        <h1>${WORDS.keysTitle[language]}</h1>
        <p class="lead">${WORDS.keysLead[language]}</p>
        <noscript><p class="note">${WORDS.needsScript[language]}</p></noscript>
      </section>
      <p id="problem" class="error" role="alert"></p>
      ${signInForm(language)} ${managing(language)}`,
    script: 'keys',
    data,
  });
}

type Language = PagePlace['language'];

const signInForm = (language: Language): Markup =>
  html`<form id="sign-in" class="panel">
    <h2>${WORDS.signInTitle[language]}</h2>
    <div class="field">
      <label for="token">${WORDS.token[language]}</label>
      <input
        id="token"
        type="password"
        autocomplete="off"
        spellcheck="false"
        autocapitalize="off"
        aria-describedby="token-hint"
      />
      <p id="token-hint" class="note">${WORDS.tokenHint[language]}</p>
    </div>
    <button type="submit">${WORDS.signIn[language]}</button>
  </form>`;

const managing = (language: Language): Markup =>
  html`<div id="managing" hidden>
    ${secretPanel(language)} ${makeForm(language)}
    <section class="panel" aria-labelledby="list-title">
      <h2 id="list-title" tabindex="-1">${WORDS.listTitle[language]}</h2>
      <div id="key-list"></div>
    </section>
    <button type="button" id="sign-out" class="quiet">${WORDS.signOut[language]}</button>
  </div>`;

function secretPanel(language: Language): Markup {
  const line = (id: string, label: string, button: string): Markup =>
    html`<div class="address-line">
      <dt>${label}</dt>
      <dd>
        <code id="${id}"></code> <button type="button" class="quiet" id="${button}">${WORDS.copy[language]}</button>
      </dd>
    </div>`;
  return html`<section id="secret" class="panel secret" tabindex="-1" aria-labelledby="secret-title" hidden>
    <h2 id="secret-title">${WORDS.secretTitle[language]}</h2>
    <dl>
      ${line('secret-user', WORDS.secretUser[language], 'copy-user')}
      ${line('secret-text', WORDS.secretPassword[language], 'copy-secret')}
    </dl>
    <h3>${WORDS.secretSteps[language]}</h3>
    <ul>
      ${KEY_STEPS.map((step) => html`<li>${step[language]}</li>`)}
    </ul>
    <button type="button" id="hide-secret">${WORDS.hideSecret[language]}</button>
  </section>`;
}

function makeForm(language: Language): Markup {
  const dataset = (code: (typeof DATASETS)[number]): Markup =>
    html`<span>
      <input type="checkbox" id="dataset-${code}" name="dataset" value="${code}" />
      <label for="dataset-${code}">${DATASET_WORDS[code][language]}</label>
    </span>`;
  return html`<form id="make" class="panel">
    <h2>${WORDS.makeTitle[language]}</h2>
    <div class="field">
      <label for="key-name">${WORDS.keyName[language]}</label>
      <input id="key-name" type="text" autocomplete="off" aria-describedby="key-name-hint" />
      <p id="key-name-hint" class="note">${WORDS.keyNameHint[language]}</p>
    </div>
    <div class="fields">
      <div class="field">
        <label for="key-province">${WORDS.keyProvince[language]}</label>
        <select id="key-province">
          <option value="">${WORDS.everyProvince[language]}</option>
        </select>
      </div>
      <div class="field">
        <label for="key-days">${WORDS.keyDays[language]}</label>
        <input id="key-days" type="text" inputmode="numeric" autocomplete="off" value="365" />
      </div>
    </div>
    <fieldset class="field">
      <legend>${WORDS.keyDatasets[language]}</legend>
      <div class="choices">${DATASETS.map(dataset)}</div>
      <p class="note">${WORDS.keyDatasetsHint[language]}</p>
    </fieldset>
    <button type="submit">${WORDS.make[language]}</button>
  </form>`;
}
