import { get as httpGet, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connectorOver, startSmallConnector, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
const root = (): string => `${small.address}/odata/v4/`;
beforeAll(async () => {
  small = await startSmallConnector();
  await small.scores.publishScores([
    {
      id: 'a',
      measureCode: 'PAPI',
      provinceId: '46@2004-01-01',
      provinceCode: '46',
      value: '12.3400',
      answers: '9007199254740993',
      decidedOn: '2024-02-29',
      note: 'Điểm "tốt"\n',
      final: false,
    },
    { id: "O'x /?#%+ế", measureCode: 'PCI' },
    { id: 'claimed', status: 'SELF_ASSESSED', provinceCode: '01' },
  ]);
  await small.quotas.publishQuotas([{ name: 'n', year: 2024, amount: '12345678901234567.89' }]);
});
afterAll(() => small.close());

/** A request whose address is sent just as it is written. */
function raw(path: string, method = 'GET'): Promise<{ readonly status: number; readonly text: string }> {
  const { port } = small.connector.app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path, method }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the service root', () => {
  it('lists the sets, with a slash at its end and without', async () => {
    for (const path of ['', `${small.address}/odata/v4`]) {
      const { json, headers } = await small.get(path);
      expect(json['@odata.context']).toBe(`${root()}$metadata`);
      expect(json.value).toEqual(
        expect.arrayContaining([{ kind: 'EntitySet', name: 'Scores', url: 'Scores', title: expect.any(String) }]),
      );
      expect(headers.get('odata-version')).toBe('4.0');
    }
    const vietnamese = await small.get(`${root()}vi/`);
    expect(vietnamese.json.value.map(({ name }) => name)).toContain('Điểm_số');
  });

  it.each([
    'application/json',
    'application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7',
    '*/*',
    'text/html,application/xhtml+xml',
  ])('has $metadata as XML whatever Accept says: %s', async (accept) => {
    const { headers, text, status } = await small.get('$metadata', { accept });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/xml;charset=utf-8');
    expect(text).toMatch(/^<\?xml[^]*<edmx:Edmx[^>]*Version="4\.0"/);
  });

  it('has $metadata as JSON for those who say so in $format', async () => {
    for (const format of ['json', 'application/json'])
      expect((await small.get(`$metadata?$format=${format}`)).json).toMatchObject({ $Version: '4.01' });
    expect((await small.get('$metadata?$format=xml')).text).toMatch(/^<\?xml/);
    expect((await small.get('$metadata?$format=csv')).status).toBe(406);
  });

  it('answers 304 when the model is the one that the caller has', async () => {
    for (const path of ['', '$metadata']) {
      const etag = (await small.get(path)).headers.get('etag') ?? '';
      const again = await small.get(path, { 'if-none-match': etag });
      expect(again).toMatchObject({ status: 304, text: '' });
    }
  });
});

describe('rows', () => {
  it('are JSON with exact values, in the order of the contract', async () => {
    const { json, headers } = await small.get("Scores('a')");
    expect(headers.get('content-type')).toBe(
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    );
    expect(json).toMatchObject({
      '@odata.context': `${root()}$metadata#Scores/$entity`,
      Id: 'a',
      Value: 12.34,
      Final: false,
      DecidedOn: '2024-02-29',
      Note: 'Điểm "tốt"\n',
      ProvinceCode: '46',
    });
    expect(json['RecordedAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    expect(json['@odata.etag']).toBe(headers.get('etag'));
  });

  it('have large numbers as strings for those who ask', async () => {
    const accept = 'application/json;IEEE754Compatible=true';
    const { text, headers } = await small.get("Scores('a')?$select=Value,Answers,Year&$expand=Measure", { accept });
    expect(text).toContain('"Value":"12.3400","Answers":"9007199254740993"');
    expect(text).toContain('"Year":2024');
    const nested = await small.get("Measures('PAPI')?$expand=Scores($select=Value,Year,Answers;$count=true)", {
      accept,
    });
    expect(nested.text).toContain('"Scores":[{"Value":"12.3400","Year":2024,"Answers":"9007199254740993"}]');
    expect(headers.get('content-type')).toContain('IEEE754Compatible=true');
    expect((await small.get('Quotas?$count=true', { accept })).text).toMatch(
      /"@odata.count":"1".*"Amount":"12345678901234567.89"/,
    );
    expect((await small.get('Quotas')).text).toContain('"Amount":12345678901234567.89');
  });

  it('have all control information, or none, for those who ask', async () => {
    const full = await small.get("Scores('a')", { accept: 'application/json;odata.metadata=full' });
    const id = `${root()}Scores('a')`;
    expect(full.json).toMatchObject({
      '@odata.id': id,
      '@odata.readLink': id,
      '@odata.etag': full.headers.get('etag'),
      'Measure@odata.navigationLink': `${id}/Measure`,
      'Value@odata.type': '#Decimal',
      'DecidedOn@odata.type': '#Date',
    });
    expect(full.json['@odata.type']).toMatch(/^#[\w.]+\.Score$/);
    const none = await small.get("Scores?$count=true&$filter=Id eq 'a'&$select=Id", {
      accept: 'application/json;odata.metadata=none',
    });
    expect(none.json).toEqual({ '@odata.count': 1, value: [{ Id: 'a' }] });
    expect(
      (await small.get("Scores('a')?$select=Id", { accept: 'application/json;odata.metadata=none' })).json,
    ).toEqual({ Id: 'a' });
    const minimal = await small.get('Scores?$select=Id');
    expect(Object.keys(minimal.json.value[0] ?? {})).toEqual(['Id']);
  });

  it('have names of control information without a prefix in 4.01', async () => {
    const { json, headers } = await small.get("Scores('a')", { 'odata-maxversion': '4.01' });
    expect(headers.get('odata-version')).toBe('4.01');
    expect(headers.get('content-type')).toMatch(/;metadata=minimal;streaming=true;/);
    expect(json).toMatchObject({ '@context': `${root()}$metadata#Scores/$entity`, '@etag': headers.get('etag') });
  });

  it('are found by a key with any characters, encoded or as a segment', async () => {
    const key = encodeURIComponent("O'x /?#%+ế");
    const quoted = encodeURIComponent("O''x /?#%+ế");
    expect((await small.get(`Scores('${quoted}')`)).json['Id']).toBe("O'x /?#%+ế");
    expect((await small.get(`Scores(Id='${quoted}')`)).json['Id']).toBe("O'x /?#%+ế");
    expect((await small.get(`Scores/${key}`)).json['Id']).toBe("O'x /?#%+ế");
    expect((await small.get(`${root()}vi/${encodeURIComponent('Điểm_số')}('${quoted}')`)).json['Khóa']).toBe(
      "O'x /?#%+ế",
    );
  });

  it('have their expansions filled in', async () => {
    const { json } = await small.get(
      "Scores('a')?$select=Id&$expand=Province($select=Code),Measure($expand=Scores($select=Id;$orderby=Id))",
    );
    expect(json).toMatchObject({
      '@odata.context': `${root()}$metadata#Scores(Id,Province(Code),Measure(Scores(Id)))/$entity`,
      Province: { Code: '46' },
      Measure: { Code: 'PAPI', Scores: [{ Id: 'a' }] },
    });
  });

  it('have properties, bare values, counts and references of their own', async () => {
    expect((await small.get("Scores('a')/Value")).json).toEqual({
      '@odata.context': `${root()}$metadata#Scores('a')/Value`,
      value: 12.34,
    });
    const value = await small.get("Scores('a')/Note/$value", { accept: 'application/json' });
    expect(value).toMatchObject({ text: 'Điểm "tốt"\n', status: 200 });
    expect(value.headers.get('content-type')).toBe('text/plain;charset=utf-8');
    expect((await small.get("Scores('claimed')/Note")).status).toBe(404);
    expect((await small.get(`Scores('${encodeURIComponent("O''x /?#%+ế")}')/Note`)).status).toBe(204);
    expect((await small.get('Scores/$count', { accept: 'application/json' })).text).toBe('2');
    expect((await small.get('Scores/$count?$filter=Value gt 1')).text).toBe('1');
    expect((await small.get("Scores('a')/Measure/$ref")).json).toMatchObject({
      '@odata.id': `${root()}Measures('PAPI')`,
    });
    expect((await small.get("Measures('PAPI')/Scores/$ref")).json).toEqual({
      '@odata.context': `${root()}$metadata#Collection($ref)`,
      value: [{ '@odata.id': `${root()}Scores('a')` }],
    });
  });

  it('that are not there are 404; the end of a navigation that leads nowhere is 204', async () => {
    expect((await small.get("Scores('nobody')")).json.error).toMatchObject({ code: 'ODATA_ROW_NOT_FOUND' });
    expect((await small.get("Scores('nobody')/Province")).status).toBe(404);
    expect((await small.get(`Scores('${encodeURIComponent("O''x /?#%+ế")}')/Province`)).status).toBe(204);
    expect((await small.get("Scores('a')/Province")).json).toMatchObject({ Code: '46' });
  });

  it('that only some may know are there for those only', async () => {
    expect((await small.get("Scores('claimed')")).status).toBe(404);
    const scope = (unpublished: unknown) => ({ 'x-test-scope': JSON.stringify({ unpublished }) });
    expect((await small.get("Scores('claimed')", scope(['01']))).status).toBe(200);
    expect((await small.get("Scores('claimed')", scope(['46']))).status).toBe(404);
    expect((await small.get("Scores('claimed')", scope('EVERY_PROVINCE'))).status).toBe(200);
    const hue = { 'x-test-scope': JSON.stringify({ provinceCode: '46' }) };
    expect((await small.get('Scores/$count', hue)).text).toBe('2');
    expect((await small.get('Scores/$count?$filter=ProvinceCode ne null', hue)).text).toBe('1');
  });

  it('are asked for by POST with the options in the body', async () => {
    const post = (body: string, type = 'text/plain', path = 'Scores/$query') =>
      small.send('POST', path, { 'content-type': type }, body);
    expect((await post("$filter=Id eq 'a'&$select=Id")).json.value).toEqual([{ Id: 'a' }]);
    expect((await post("%24filter=Id+eq+'a'&%24select=Id", 'application/x-www-form-urlencoded')).json.value).toEqual([
      { Id: 'a' },
    ]);
    expect((await post('$select=Id', 'text/plain', "Scores/$query?$filter=Id eq 'a'")).json.value).toEqual([
      { Id: 'a' },
    ]);
    const page = await small.send(
      'POST',
      'Scores/$query',
      { 'content-type': 'text/plain', prefer: 'maxpagesize=1' },
      '$select=Id',
    );
    const link = page.json['@odata.nextLink'] as string;
    expect(link).toMatch(/\/Scores\?\$select=Id&\$skiptoken=/);
    expect((await small.get(link)).json.value).toHaveLength(1);
    expect((await post('x', 'application/json')).status).toBe(415);
    expect((await post(`$filter=${'1 eq 1 or '.repeat(40_000)}`)).status).toBe(413);
  });
});

describe('states of a result', () => {
  it('are named by weak ETags that change with the ledger, the question and the rights, and by nothing else', async () => {
    const etag = async (path: string, headers = {}): Promise<string> =>
      (await small.get(path, headers)).headers.get('etag') ?? '';
    const first = await etag('Scores');
    expect(first).toMatch(/^W\/"[\w-]+"$/);
    expect(await etag('Scores')).toBe(first);
    const others = await Promise.all([
      etag('Scores?$top=1'),
      etag('Scores', { accept: 'application/json;odata.metadata=full' }),
      etag('Scores', { 'odata-maxversion': '4.01' }),
      etag('Scores', { prefer: 'maxpagesize=1' }),
      etag('Scores', { 'x-test-scope': JSON.stringify({ unpublished: ['01'] }) }),
      etag('Measures'),
    ]);
    expect(new Set([first, ...others]).size).toBe(7);
    await small.quotas.publishQuotas([{ name: 'other', year: 2024, amount: '1' }]);
    expect(await etag('Scores')).toBe(first);
    await small.scores.publishScores([{ id: 'etag' }]);
    expect(await etag('Scores')).not.toBe(first);
  });

  it('are not read again for those who have them, and not given to those who want another', async () => {
    const { headers } = await small.get('Scores');
    const etag = headers.get('etag') ?? '';
    // Nobody can read the rows now: 304 needs none.
    await small.scores.query('begin');
    await small.scores.query('lock table score in access exclusive mode');
    const known = await small.get('Scores', { 'if-none-match': `"x", ${etag}` });
    await small.scores.query('rollback');
    expect(known).toMatchObject({ status: 304, text: '' });
    expect(known.headers.get('etag')).toBe(etag);
    expect((await small.get('Scores', { 'if-match': etag })).status).toBe(200);
    expect((await small.get('Scores', { 'if-match': 'W/"other"' })).json.error.code).toBe('ODATA_PRECONDITION_FAILED');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toMatch(/Accept.*Authorization.*Prefer/);
  });

  it('of one row change with the row alone', async () => {
    const etag = (await small.get("Scores('a')")).headers.get('etag') ?? '';
    await small.scores.publishScores([{ id: 'b' }]);
    expect(await small.get("Scores('a')", { 'if-none-match': etag })).toMatchObject({ status: 304 });
    expect(await small.get("Scores('b')", { 'if-match': etag })).toMatchObject({ status: 412 });
    const counted = (await small.get('Scores/$count')).headers.get('etag') ?? '';
    expect((await small.get('Scores/$count', { 'if-none-match': counted })).status).toBe(304);
  });
});

describe('failures', () => {
  it('are OData errors in the language asked for, with both languages inside', async () => {
    const english = await small.get('Scores?$filter=Yaer eq 1');
    const vietnamese = await small.get('Scores?$filter=Yaer eq 1', { 'accept-language': 'vi' });
    const { error } = english.json;
    expect(english.status).toBe(400);
    expect(error).toMatchObject({ target: '$filter', details: [expect.objectContaining({ message: 'Year' })] });
    expect(error.innererror).toMatchObject({
      en: error.message,
      vi: vietnamese.json.error.message,
      requestId: english.headers.get('x-request-id'),
    });
    expect(english.headers.get('content-language')).toBe('en');
    expect(english.headers.get('odata-version')).toBe('4.0');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is refused: the service only reads', async (method) => {
    const { status, headers, json } = await small.send(
      method,
      "Scores('a')",
      { 'content-type': 'application/json' },
      '{}',
    );
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(json.error.code).toBe('ODATA_METHOD_NOT_ALLOWED');
  });

  it('have the status that tells them apart', async () => {
    expect((await small.get('Nothing')).status).toBe(404);
    expect((await small.get('Scores', { accept: 'application/atom+xml' })).status).toBe(406);
    expect((await small.get('Scores?$format=yaml')).json.error).toMatchObject({ code: 'ODATA_FORMAT_NOT_ACCEPTABLE' });
    expect((await small.get('Scores', { 'odata-maxversion': '3.0' })).json.error).toMatchObject({
      code: 'ODATA_VERSION_NOT_SUPPORTED',
    });
    expect((await small.get('Scores?$filter=Year div 0 eq 1')).status).toBe(400);
    expect((await small.get(`${small.address}/elsewhere`)).json.error.code).toBe('ODATA_ADDRESS_UNKNOWN');
    expect((await raw('/odata/v4/Scores%zz')).status).toBe(400);
    expect((await raw('/odata/v4/Scores?$filter=%ff')).status).toBe(400);
    expect((await raw(`/odata/v4/${'x'.repeat(3000)}`)).status).toBe(404);
  });

  it('of authentication say how to authenticate', async () => {
    const { status, headers, json } = await small.get('Scores', { authorization: 'Basic bad' });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Basic realm="test", charset="UTF-8", Bearer');
    expect(json.error.code).toBe('NOT_AUTHENTICATED');
  });
});

describe('the protocol', () => {
  it('has HEAD with the headers of GET and no body', async () => {
    for (const path of ['Scores', "Scores('a')", '$metadata', '']) {
      const [head, got] = [await small.send('HEAD', path), await small.get(path)];
      expect(head).toMatchObject({ status: 200, text: '' });
      for (const name of ['etag', 'content-type', 'odata-version'])
        expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
    expect((await small.send('HEAD', "Scores('nobody')")).status).toBe(404);
  });

  it('tells what may be done by OPTIONS, and nothing to pages of other origins', async () => {
    const { status, headers } = await small.send('OPTIONS', 'Scores', { origin: 'https://page.example' });
    expect(status).toBe(204);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes a request id and gives one back', async () => {
    expect((await small.get('Scores', { 'x-request-id': 'request-0001' })).headers.get('x-request-id')).toBe(
      'request-0001',
    );
    expect((await small.get('Scores', { 'x-request-id': '"><' })).headers.get('x-request-id')).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it('does not believe what a proxy would say unless there is one', async () => {
    const { json } = await small.get('Scores', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' });
    expect(json['@odata.context']).toBe(`${root()}$metadata#Scores`);
  });

  it('ends an answer that its caller leaves, and lets go of the database', async () => {
    await small.scores.publishScores(
      Array.from({ length: 30_000 }, (_, place) => ({ id: `long${place}`, note: 'x'.repeat(300) })),
    );
    const large = connectorOver(small.scores, small.quotas, { maximumPageSize: 50_000 });
    const address = await large.listen('127.0.0.1', 0);
    await new Promise<void>((resolve) => {
      httpGet(`${address}/odata/v4/Scores`, (response) =>
        response.once('data', () => {
          response.destroy();
          resolve();
        }),
      );
    });
    let running = 1;
    for (let attempt = 0; attempt < 1200 && running > 0; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [row] = await small.scores.query(
        `select count(*)::int as running from pg_stat_activity where datname = current_database() and query ilike 'copy%' and state = 'active'`,
      );
      running = row?.['running'] as number;
    }
    expect(running).toBe(0);
    await large.stop();
  });
});

describe('health', () => {
  it('is live, and ready while every database answers', async () => {
    expect((await small.get(`${small.address}/health/live`)).json).toMatchObject({
      status: 'live',
      service: 'connector',
    });
    expect((await small.get(`${small.address}/health/ready`)).json).toMatchObject({
      status: 'ready',
      missing: [],
      draining: false,
    });
  });
});
