import type { Property } from '../../model/edm';
import type { PageLanguage } from './browser/page-data';
import type { PagePlace, ShownSet } from './page-place';
import { copyButton } from './document';
import { html, type Markup } from './html';
import { KINDS, WORDS } from './page-words';
import { CONNECT_WORDS } from './script-words';

const other = (language: PageLanguage): PageLanguage => (language === 'vi' ? 'en' : 'vi');

/** The part of a table: names, meaning, links, columns. Its script puts a form in the place of the links. */
export function setPart(shown: ShownSet, place: PagePlace): Markup {
  const { connected } = shown;
  const { language } = place;
  const second = other(language);
  return html`<details class="set" id="${connected.name.en}">
    <summary>
      <span class="title">${connected.title[language]}</span>
      <span class="second" lang="${second}">${connected.title[second]}</span>
      <code>${connected.name[language]}</code>
    </summary>
    <div class="inside">
      <p>${connected.description[language]}</p>
      <p class="second" lang="${second}">${connected.description[second]}</p>
      <div class="links">${plainLinks(shown, place)}</div>
      ${columns(shown, language)}
    </div>
  </details>`;
}

const FILES = ['pbids', 'odc', 'xlsx', 'csv', 'iqy', 'parquet'] as const;

/** Every row of the table, for browsers without the script. */
function plainLinks({ connected }: ShownSet, { language, server, base }: PagePlace): Markup {
  const links = connected.links[language];
  const words = CONNECT_WORDS[language];
  const inside = (address: string): string => base + address.slice(server.length);
  return html`<div class="built">
      <span class="label">${words.address}</span> <code class="address">${decodeURI(links.odata)}</code>
      ${copyButton(links.odata, language)}
    </div>
    <span class="label">${words.files}</span>
    <ul class="files">
      ${FILES.map((kind) => html`<li><a href="${inside(links[kind])}">${words.file[kind]}</a></li>`)}
    </ul>`;
}

function columns({ sets }: ShownSet, language: PageLanguage): Markup {
  const second = other(language);
  const names = new Map([...sets[second].properties.values()].map(({ name, column }) => [column.name, name]));
  const keys = new Set(sets.en.set.key);
  const title = `${WORDS.columns[language]} (${sets.en.properties.size})`;
  const row = ({ name, column }: Property): Markup =>
    html`<tr>
      <th scope="row">
        <code>${name}</code>${keys.has(column.name) ? html` <span class="key">${WORDS.key[language]}</span>` : null}
      </th>
      <td lang="${second}"><code>${names.get(column.name) ?? ''}</code></td>
      <td>${KINDS[column.type][language]}</td>
      <td>${column.description[language]}${valuesOf(column.values)}</td>
    </tr>`;
  return html`<details class="columns">
    <summary>${title}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}: ${sets[language].set.label[language]}">
      <table>
        <thead>
          <tr>
            <th scope="col">${WORDS.column[language]}</th>
            <th scope="col">${WORDS.otherName[language]}</th>
            <th scope="col">${WORDS.kind[language]}</th>
            <th scope="col">${WORDS.meaning[language]}</th>
          </tr>
        </thead>
        <tbody>
          ${[...sets[language].properties.values()].map(row)}
        </tbody>
      </table>
    </div>
  </details>`;
}

const valuesOf = (values: readonly string[] | undefined): Markup | null =>
  values === undefined
    ? null
    : html` <span class="values">${values.map((value) => html`<code>${value}</code> `)}</span>`;
