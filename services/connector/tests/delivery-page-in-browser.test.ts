import type { Dataset } from '@lientinh/contracts';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { createAccess, keyRoutes } from '../src/access';
import { migrations } from '../src/migrations';
import { Browser, type BrowserPage, describeWithBrowser } from './support/browser';
import { basicHeader } from './support/local-issuer';
import { type SmallConnector, startSmallConnector } from './support/small-connector';

const HOSTILE = `<img src=x onerror="document.title='stolen'"><b>"quoted" & 'done'</b>`;

describeWithBrowser('the pages for people in a real browser (needs Chromium)', () => {
  let issuer: TestIssuer;
  let keys: TestDatabase;
  let small: SmallConnector;
  let browser: Browser;
  beforeAll(async () => {
    [issuer, keys] = await Promise.all([createTestIssuer(), createTestDatabase(migrations)]);
    const { database } = keys;
    const verifier = issuer.verifier();
    const { audience } = issuer;
    const access = createAccess({ database, verifier, issuer: issuer.issuer, audience, logger: silentLogger });
    small = await startSmallConnector({ access, routes: (app) => keyRoutes(app, { access, database }) });
    await small.scores.publishScores([
      ...Array.from({ length: 36 }, (_, number) => ({
        id: `s${String(number).padStart(2, '0')}`,
        provinceCode: number % 2 === 0 ? '46' : '62',
        year: 2016 + (number % 3),
        value: number === 4 ? null : `${number}.2500`,
        answers: '9007199254740993',
        note: number === 2 ? HOSTILE : `Ghi chú ${number}`,
      })),
      { id: 'claim', provinceCode: '62', value: '9.5', status: 'SELF_ASSESSED' as const },
    ]);
    browser = new Browser();
  });
  afterAll(async () => {
    await browser.close();
    await small.close();
    await issuer.close();
    await keys.destroy();
  });

  const open = async (path: string, width = 1280, language?: string): Promise<BrowserPage> => {
    const page = await browser.page(width, 900, language);
    await page.open(`${small.address}${path}`);
    return page;
  };
  const openScores = async (path: string, width?: number): Promise<BrowserPage> => {
    const page = await open(path, width);
    await page.click('#Scores > summary');
    await page.until(`document.querySelector('#Scores form') !== null`);
    return page;
  };
  /** Writes into a field of a filter and presses Enter; ends when it is taken or refused. */
  const write = async (page: BrowserPage, filter: string, text: string): Promise<void> => {
    const field = `document.querySelector('#Scores-${filter}')`;
    await page.value(`${field}.value = ''`);
    await page.type(`#Scores-${filter}`, text, true);
    await page.until(`${field}.value === '' || ${field}.getAttribute('aria-invalid') === 'true'`);
  };
  const chosen = (page: BrowserPage): Promise<string[]> =>
    page.value(`[...document.querySelectorAll('#Scores .chosen button')].map(({ textContent }) => textContent)`);
  const problem = (page: BrowserPage, filter: string): Promise<string> =>
    page.value(`document.querySelector('#Scores-${filter}-problem').textContent`);
  /** Rows as they are shown, with what is said once for all of them. */
  const previewed = (page: BrowserPage): Promise<Record<string, string>[]> =>
    page.value(`(() => {
      const same = [...document.querySelectorAll('#Scores .same li')].map((term) => {
        const name = term.querySelector('strong').textContent;
        return [name, term.textContent.slice(name.length + 1)];
      });
      const head = [...document.querySelectorAll('#Scores .preview thead th')].map((cell) => cell.textContent);
      const rows = [...document.querySelectorAll('#Scores .preview tbody tr')];
      return rows.map((row) => Object.fromEntries([...same, ...[...row.cells].map((cell, place) => [head[place], cell.textContent])]));
    })()`);
  const preview = async (page: BrowserPage): Promise<Record<string, string>[]> => {
    await page.click('#Scores form button[type=submit]');
    await page.until(
      `document.querySelector('#Scores .preview .note, #Scores .preview .error')?.textContent.match(/\\d|no /i)`,
    );
    return previewed(page);
  };
  const shown = (value: unknown): string =>
    value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

  it('builds the address of chosen rows, shows what the service answers there, and links the same rows as a file', async () => {
    const page = await openScores('/connect?lang=en');
    await write(page, 'provinces', '46');
    await write(page, 'year', '2018');
    const address = `${small.address}/odata/v4/Scores?year=2018&provinces=46`;
    expect(await page.value(`document.querySelector('#Scores .address').textContent`)).toBe(address);
    const rows = await preview(page);
    const { json } = await small.get(`${address}&$top=10`, { accept: 'application/json;IEEE754Compatible=true' });
    const names = Object.keys(json.value[0] ?? {}).filter((name) => !name.includes('@'));
    expect(rows).toEqual(json.value.map((row) => Object.fromEntries(names.map((name) => [name, shown(row[name])]))));
    expect(rows).toHaveLength(6);
    expect(await page.value(`document.querySelector('#Scores .preview .note').textContent`)).toBe('6 rows in all.');
    const csv = await page.value<string>(`document.querySelector('#Scores a[data-file=csv]').href`);
    const lines = (await (await fetch(csv)).text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + rows.length);
    expect(page.complaints).toEqual([]);
  });

  it('links connection files that carry the choice', async () => {
    const page = await openScores('/connect');
    await write(page, 'provinces', '46, 62');
    const link = await page.value<string>(`document.querySelector('#Scores a[data-file=pbids]').href`);
    const file = (await (await fetch(link)).json()) as { connections: [{ details: { address: { url: string } } }] };
    expect(decodeURIComponent(file.connections[0].details.address.url)).toBe(
      `${small.address}/odata/v4/vi/Điểm_số?$filter=Mã_tỉnh in ('46','62')`,
    );
    await page.click('#Scores .chosen button');
    expect(await page.value(`document.querySelector('#Scores .address').textContent`)).toMatch(
      /Điểm_số\?provinces=62$/,
    );
  });

  it('proposes what the data have, and takes a proposal by its meaning', async () => {
    const page = await openScores('/connect');
    await page.value(`document.querySelector('#Scores-year').focus()`);
    await page.until(`document.querySelectorAll('#Scores-year-list option').length > 0`);
    expect(
      await page.value(`[...document.querySelectorAll('#Scores-year-list option')].map(({ value }) => value)`),
    ).toEqual(['2018', '2017', '2016']);
    await page.value(`document.querySelector('#Scores-provinces').focus()`);
    await page.until(`document.querySelectorAll('#Scores-provinces-list option').length > 60`);
    await page.type('#Scores-provinces', '62 – Kon Tum');
    expect(await page.value(`document.querySelector('#Scores .chosen button').textContent`)).toBe('62 – Kon Tum ×');
    expect(page.complaints).toEqual([]);
  });

  it.each([
    ['Kon Tum', '62 – Kon Tum ×'],
    ['kon tum', '62 – Kon Tum ×'],
    ['KON TU', '62 – Kon Tum ×'],
    ['62 - Kon Tum', '62 – Kon Tum ×'],
    ['Thua Thien Hue', '46 – Thừa Thiên Huế; Huế ×'],
    ['huế', '46 – Thừa Thiên Huế; Huế ×'],
  ])('takes a province by its name: %s', async (written, chip) => {
    const page = await openScores('/connect');
    await write(page, 'provinces', written);
    expect([await chosen(page), await problem(page, 'provinces')]).toEqual([[chip], '']);
    expect(await page.value(`document.querySelector('#Scores .address').textContent`)).toMatch(
      new RegExp(`provinces=${chip.slice(0, 2)}$`),
    );
  });

  it.each([
    ['/connect', 'provinces', 'Quang', /^«Quang» có thể là nhiều mục.*: \d\d – Quảng .*, …$/],
    ['/connect?lang=en', 'provinces', 'quang', /^«quang» can be more than one.*: \d\d – Quang .*, …$/],
    ['/connect', 'provinces', 'Kon Tun', /^Không có «Kon Tun» trong danh sách\. Có thể là: 62 – Kon Tum, /],
    ['/connect?lang=en', 'provinces', '8', /^«8» is not in the list\. Perhaps: 8\d – /],
    ['/connect', 'provinces', '99', /^Không có «99» trong danh sách\. Có thể là: 9\d – /],
    ['/connect', 'year', '1990', /^Không có «1990» trong danh sách\. Có thể là: 2018, 2017, 2016\.$/],
  ])('takes nothing that is no value and says what may be meant (%s, %s: %s)', async (path, filter, written, said) => {
    const page = await openScores(path);
    await write(page, filter, written);
    expect(await problem(page, filter)).toMatch(said);
    expect(await chosen(page)).toEqual([]);
    await page.value(`document.activeElement.blur()`);
    await page.click('#Scores form button[type=submit]');
    await page.until(`document.activeElement.id === 'Scores-${filter}'`);
    expect(await page.value(`document.querySelector('#Scores .preview').childElementCount`)).toBe(0);
    await page.type(`#Scores-${filter}`, '0');
    expect(await problem(page, filter)).toBe('');
  });

  it('takes the values among what is written, and keeps the rest in the field', async () => {
    const page = await openScores('/connect');
    await write(page, 'provinces', '62, 99, thừa thiên huế');
    expect(await chosen(page)).toEqual(['62 – Kon Tum ×', '46 – Thừa Thiên Huế; Huế ×']);
    expect(await page.value(`document.querySelector('#Scores-provinces').value`)).toBe('99');
  });

  it('takes any code where the values cannot be listed, and what is written when the rows are asked for', async () => {
    const page = await openScores('/connect?lang=en');
    await page.value(`window.fetch = ((ask) => (path, ...rest) =>
      String(path).includes('Provinces?') ? Promise.reject(new TypeError('no list')) : ask(path, ...rest))(window.fetch)`);
    await write(page, 'provinces', '99');
    await page.type('#Scores-provinces', '62');
    expect(Object.keys((await preview(page))[0] ?? {})).toContain('ProvinceCode');
    expect(await chosen(page)).toEqual(['99 ×', '62 ×']);
    expect(await problem(page, 'provinces')).toBe('');
  });

  it.each([
    ['/connect', 'Chưa có dòng nào: chưa ai công bố dữ liệu cho bảng này.'],
    ['/connect?lang=en', 'No rows yet: nobody has published data for this table.'],
  ])('says of a table without any row that there is none yet (%s)', async (path, sentence) => {
    const page = await openScores(path);
    await page.click('#Quotas > summary');
    await page.until(`(document.querySelector('#Quotas .standing')?.textContent ?? '') !== ''`);
    expect(await page.value(`document.querySelector('#Quotas .standing').textContent`)).toBe(sentence);
    await page.click('#Quotas form button[type=submit]');
    await page.until(`document.querySelector('#Quotas .preview .note')?.textContent === ${JSON.stringify(sentence)}`);
    expect(await page.value(`document.querySelector('#Scores .standing').textContent`)).toBe('');
  });

  it('shows names first, then numbers, and keys last', async () => {
    const page = await openScores('/connect?lang=en');
    await preview(page);
    await page.click('#Provinces > summary');
    await page.until(`document.querySelector('#Provinces form') !== null`);
    await page.click('#Provinces form button[type=submit]');
    await page.until(`document.querySelector('#Provinces .preview tbody') !== null`);
    const heads = (set: string): Promise<string[]> =>
      page.value(`[...document.querySelectorAll('#${set} .preview thead th')].map(({ textContent }) => textContent)`);
    expect(await heads('Scores')).toEqual(['Year', 'Value', 'ProvinceCode', 'Note', 'Id']);
    expect(await heads('Provinces')).toEqual([
      ...['NameVi', 'NameEn', 'CurrentNameVi', 'CurrentNameEn'],
      ...['Code', 'Kind', 'Region', 'ValidFrom', 'ValidTo', 'InForce', 'CurrentCode'],
      ...['Id', 'Slug', 'SuccessorId', 'CurrentId'],
    ]);
  });

  it('takes text in the data for text', async () => {
    const page = await openScores('/connect?lang=en');
    const rows = await preview(page);
    expect(rows[2]?.['Note']).toBe(HOSTILE);
    await write(page, 'provinces', HOSTILE);
    expect(await problem(page, 'provinces')).toContain(HOSTILE.replace(',', ''));
    expect(await page.value(`document.title`)).not.toBe('stolen');
    expect(await page.value(`document.querySelectorAll('main img, main b').length`)).toBe(0);
  });

  it.each([
    ['vi-VN', '', 'vi', 'Số liệu cho Excel'],
    ['en-GB', '', 'en', 'Data for Excel'],
    ['en-GB', '?lang=vi', 'vi', 'Số liệu cho Excel'],
    ['fr-FR', '', 'vi', 'Số liệu cho Excel'],
  ])('speaks the language of a browser in %s at /%s: %s', async (language, query, lang, title) => {
    const page = await open(`/${query}`, 1280, language);
    expect(await page.value(`document.documentElement.lang`)).toBe(lang);
    expect(await page.value(`document.querySelector('h1').textContent`)).toContain(title);
    const languages = await page.value<string[]>(
      `[...document.querySelectorAll('.set .second')].map(({ lang }) => lang)`,
    );
    expect(new Set(languages)).toEqual(new Set([lang === 'vi' ? 'en' : 'vi']));
  });

  it('finds tables by words without diacritics, and opens the one that the address names', async () => {
    const page = await open('/connect#Quotas');
    expect(await page.value(`document.querySelector('#Quotas').open`)).toBe(true);
    await page.type('#search', 'diem so');
    expect(
      await page.value(`[...document.querySelectorAll('details.set:not([hidden])')].map(({ id }) => id)`),
    ).toContain('Scores');
    expect(await page.value(`document.querySelector('#Quotas').hidden`)).toBe(true);
  });

  it('is worked by keys alone, has a label for every field, and fits 360 pixels', async () => {
    const page = await openScores('/connect', 360);
    await page.value(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
    await page.until(
      `document.querySelectorAll('details.set form').length === document.querySelectorAll('details.set').length`,
    );
    await preview(page);
    expect(await page.value(`document.documentElement.scrollWidth`)).toBe(360);
    const nameless = `[...document.querySelectorAll('input, select')].filter(({ labels }) => labels.length === 0).map(({ id }) => id)`;
    expect(await page.value(nameless)).toEqual([]);
    await page.value(`window.scrollTo(0, 0); document.activeElement.blur()`);
    const fresh = await open('/connect', 360);
    await fresh.press('Tab', 9);
    expect(await fresh.value(`document.activeElement.className`)).toBe('skip');
    await fresh.value(`document.querySelector('#Quotas > summary').focus()`);
    await fresh.press('Enter', 13, '\r');
    await fresh.until(`document.querySelector('#Quotas').open`);
    expect([...page.complaints, ...fresh.complaints]).toEqual([]);
  });

  describe('the key page', () => {
    const signIn = async (page: BrowserPage, token: string): Promise<void> => {
      await page.type('#token', token);
      await page.click('#sign-in button');
    };
    const text = (page: BrowserPage, id: string): Promise<string> =>
      page.value(`document.getElementById('${id}').textContent`);

    it('makes a key, shows it once, and takes it back', async () => {
      const page = await open('/keys');
      const token = await issuer.token('kon-tum');
      await signIn(page, token);
      await page.until(`!document.getElementById('managing').hidden`);
      expect(await page.value(`document.getElementById('token').value`)).toBe('');
      const dataset: Dataset = 'SCORES';
      await page.type('#key-name', `Báo cáo ${HOSTILE}`);
      await page.until(`document.querySelectorAll('#key-province option').length > 60`);
      await page.value(`document.querySelector('#key-province').value = '62'`);
      await page.click(`#dataset-${dataset}`);
      await page.click('#make button');
      await page.until(`!document.getElementById('secret').hidden`);
      const [user, secret] = [await text(page, 'secret-user'), await text(page, 'secret-text')];
      const read = () => small.get('Scores?$count=true', { authorization: basicHeader(user, secret) });
      const { json } = await read();
      expect(json.value.map(({ ProvinceCode }) => ProvinceCode)).toEqual(Array.from({ length: 10 }, () => '62'));
      expect(json['@odata.count']).toBe(19);
      await page.click('#hide-secret');
      expect(await page.value(`document.body.innerHTML.includes(${JSON.stringify(secret)})`)).toBe(false);
      const button = `tr[data-key="${user}"] button`;
      await page.until(`document.querySelector('${button}') !== null`);
      await page.click(button);
      expect((await read()).status).toBe(200);
      await page.click(button);
      await page.until(`document.querySelector('${button}') === null`);
      expect((await read()).json.error.code).toBe('ODATA_KEY_REVOKED');
      const kept = `JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie, document.body.innerHTML])`;
      expect(await page.value<string>(kept)).not.toContain(token);
      expect(await page.value(`document.title`)).not.toBe('stolen');
      expect(page.complaints).toEqual([]);
      await page.click('#sign-out');
      expect(await page.value(`document.getElementById('key-list').childElementCount`)).toBe(0);
    });

    it.each([
      ['vi', '/keys', 'cần tên từ 1 đến 200 ký tự', 'ODATA_KEY_INVALID'],
      ['en', '/keys?lang=en', 'a name of 1 to 200 characters is needed', 'ODATA_KEY_INVALID'],
    ])('says what is wrong in the words of the service (%s)', async (_language, path, words, code) => {
      const page = await open(path);
      await signIn(page, 'no.token.atall');
      await page.until(`document.getElementById('problem').textContent !== ''`);
      expect(await text(page, 'problem')).toMatch(/\(TOKEN_|\(NOT_AUTHENTICATED/);
      await page.value(`document.getElementById('token').value = ''`);
      await signIn(page, await issuer.token('kon-tum'));
      await page.until(`!document.getElementById('managing').hidden`);
      await page.click('#make button');
      await page.until(`document.getElementById('problem').textContent !== ''`);
      const said = await text(page, 'problem');
      expect(said).toContain(words);
      expect(said).toContain(code);
    });
  });
});
