import { shortFiltersOf } from '../../http/short-filters';
import { connectIndex } from '../connect-index';
import type { ConnectRoots } from '../connection';
import type { ConnectPageData, FilterName, PageLanguage } from './browser/page-data';
import { columnGroupsOf } from './column-groups';
import { copyButton, documentOf } from './document';
import { html, type Markup } from './html';
import type { PagePlace, ShownSet } from './page-place';
import { TOOL_STEPS, TOPICS, WORDS } from './page-words';
import { proposalsOf } from './proposal-sources';
import { CONNECT_WORDS } from './script-words';
import { setPart } from './set-part';

/** The page for people: the addresses, the steps of each tool, every table with its columns and files. */
export function connectPage(roots: ConnectRoots, place: PagePlace): string {
  const { language, base } = place;
  const shown = shownSets(roots, place.server);
  return documentOf({
    language,
    base,
    path: '/connect',
    title: WORDS.connectTitle[language],
    navigation: [
      { href: '#how', text: WORDS.howTo[language] },
      { href: '#tables', text: WORDS.tables[language] },
      { href: `${base}/keys`, text: WORDS.keysTitle[language] },
    ],
    content: [opening(roots, place), steps(place), tables(shown, place)],
    script: 'connect',
    data: dataOf(roots, shown, place),
  });
}

function shownSets(roots: ConnectRoots, server: string): readonly ShownSet[] {
  return connectIndex(roots, server).sets.flatMap((connected) => {
    const vi = roots.vi.model.sets.get(connected.name.vi);
    const en = roots.en.model.sets.get(connected.name.en);
    return vi === undefined || en === undefined ? [] : [{ connected, sets: { vi, en } }];
  });
}

function opening(roots: ConnectRoots, { language, server }: PagePlace): Markup {
  const address = (names: PageLanguage, words: string): Markup => {
    const text = server + roots[names].path;
    return html`<div class="address-line">
      <dt>${words}</dt>
      <dd><code>${text}</code> ${copyButton(text, language)}</dd>
    </div>`;
  };
  const both = [address('vi', WORDS.vietnameseNames[language]), address('en', WORDS.englishNames[language])];
  return html`<section class="opening">
    <h1>${WORDS.connectTitle[language]}</h1>
    <p class="lead">${WORDS.intro[language]}</p>
    <h2 class="small">${WORDS.addresses[language]}</h2>
    <dl>${language === 'vi' ? both : both.reverse()}</dl>
    <noscript><p class="note">${WORDS.needsScript[language]}</p></noscript>
  </section>`;
}

function steps({ language, base }: PagePlace): Markup {
  const card = ({ tool, anchor, steps: lines }: (typeof TOOL_STEPS)[number]): Markup =>
    html`<article class="card">
      <h3 id="how-${anchor}">${tool}</h3>
      <ol>
        ${lines.map((line) => html`<li>${line[language]}</li>`)}
      </ol>
      <a href="${base}/docs/bi.md#${anchor}" hreflang="en">${WORDS.fullSteps[language]}: docs/bi.md</a>
    </article>`;
  return html`<section id="how" aria-labelledby="how-title">
    <h2 id="how-title">${WORDS.howTo[language]}</h2>
    <div class="cards">${TOOL_STEPS.map(card)}</div>
    <p class="note">${WORDS.keysLead[language]} <a href="${base}/keys">${WORDS.toKeys[language]}</a></p>
  </section>`;
}

function tables(shown: readonly ShownSet[], place: PagePlace): Markup {
  const { language } = place;
  const owners = [...new Set(shown.map(({ sets }) => sets.en.set.owner))];
  const topics = owners.map(
    (owner) =>
      html`<section class="topic" aria-labelledby="topic-${owner}">
        <h3 id="topic-${owner}">${TOPICS[owner][language]}</h3>
        ${shown.filter(({ sets }) => sets.en.set.owner === owner).map((set) => setPart(set, place))}
      </section>`,
  );
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title">${WORDS.tables[language]}</h2>
    <div class="field search">
      <label for="search">${WORDS.search[language]}</label>
      <input id="search" type="search" autocomplete="off" spellcheck="false" />
    </div>
    <p id="no-table" class="note" role="status" hidden>${WORDS.noTable[language]}</p>
    ${topics}
  </section>`;
}

function dataOf(roots: ConnectRoots, shown: readonly ShownSet[], place: PagePlace): ConnectPageData {
  return {
    ...place,
    roots: { vi: roots.vi.path, en: roots.en.path },
    sets: shown.map(({ connected, sets }) => ({
      id: connected.name.en,
      names: connected.name,
      filters: shortFiltersOf(sets.en) as readonly FilterName[],
      groups: columnGroupsOf(sets.en.set),
    })),
    proposals: proposalsOf(roots.en.model, place.language),
    words: CONNECT_WORDS[place.language],
  };
}
