import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { type SmallConnector, startSmallConnector } from './support/small-connector';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';
let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector({ routes: (app) => void app.get('/keys', () => ({ keys: [] })) });
});
afterAll(() => small.close());

const get = (path: string, headers: Record<string, string> = {}) => small.get(`${small.address}${path}`, headers);

describe.each(['/', '/connect', '/keys'])('what stands at %s', (path) => {
  it('is a page for a browser', async () => {
    const { status, headers, text } = await get(path, { accept: BROWSER });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('vary')).toMatch(/^Accept, Accept-Language/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|http|\*/);
    expect(text).toMatch(/^<!doctype html>/);
    expect(text).not.toMatch(/ (?:style|on\w+)=/);
    const loaded = [...text.matchAll(/<(?:script|link|img)[^>]*(?:src|href)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    for (const address of loaded.filter((one) => one !== 'data:,')) {
      expect(address).toMatch(/^\/assets\/[\w-]+\.(?:js|css)$/);
      expect((await get(address)).status).toBe(200);
    }
  });

  it.each(['*/*', 'application/json', 'application/json, text/html;q=0.9', 'text/html;q=0.5, */*', 'text/csv'])(
    'is JSON for a program that accepts %s',
    async (accept) => {
      const { status, headers, json } = await get(path, { accept });
      expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
      expect(headers.get('vary')).toMatch(/^Accept, /);
      expect(Object.keys(json).length).toBeGreaterThan(0);
    },
  );
});

describe('the files of the pages', () => {
  it('are named by what they hold, and sent again only when they change', async () => {
    const first = await get('/assets/connect.js');
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const again = await get('/assets/connect.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(['package.json', '..%2Fpackage.json', 'page-data.d.ts', '.tsbuildinfo', 'constructor'])(
    'are no others: %s',
    async (name) => {
      expect((await get(`/assets/${name}`)).status).toBe(404);
    },
  );

  it('load only each other', async () => {
    const seen = new Set<string>();
    const follow = async (name: string): Promise<void> => {
      if (seen.has(name)) return;
      seen.add(name);
      const { status, text } = await get(`/assets/${name}`);
      expect([status, name]).toEqual([200, name]);
      for (const [, next = ''] of text.matchAll(/from '\.\/([^']+)'/g)) await follow(next);
      expect(text).not.toMatch(/https?:|innerHTML|localStorage|sessionStorage|\beval\b/);
    };
    await Promise.all(['connect.js', 'keys.js'].map(follow));
    expect(seen.size).toBeGreaterThan(8);
  });

  it('have the steps of every tool in full', async () => {
    const { text, headers } = await get('/docs/bi.md');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    for (const head of ['## Excel', '## Power BI', '## Tableau', '## SQL']) expect(text).toContain(head);
  });
});

describe('addresses behind a proxy', () => {
  it('have its name for other programs, and its path for the browser', async () => {
    const connector = await startSmallConnector({ publicAddress: 'https://dulieu.example.vn/bi' });
    const { text } = await connector.get(`${connector.address}/connect`, { accept: BROWSER });
    await connector.close();
    expect(text).toContain('href="/bi/assets/page.css"');
    expect(text).toContain('<code>https://dulieu.example.vn/bi/odata/v4/vi/</code>');
    expect(text).toContain('href="/bi/connect/Scores.pbids"');
  });
});

it('are those of this server where the Host of a request is none', async () => {
  for (const host of ['dulieu.vn:99999', '256.1.1.1', '[::::]', 'xn--a', 'a"b']) {
    const request = httpRequest(`${small.address}/connect`, { headers: { host, accept: BROWSER } }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += String(part);
    expect([host, response.statusCode]).toEqual([host, 200]);
    expect(text).toContain(`<code>http://localhost:${new URL(small.address).port}/odata/v4/</code>`);
  }
});

it('tell caches that they differ by the origin too, where pages of some may read them', async () => {
  const connector = await startSmallConnector({ corsOrigins: ['https://trang.example.vn'] });
  const ask = (accept: string) => connector.get(`${connector.address}/connect`, { accept });
  const answers = [await ask(BROWSER), await ask('application/json')];
  await connector.close();
  for (const { headers } of answers) expect(headers.get('vary')).toMatch(/^Origin, Accept, /);
});
