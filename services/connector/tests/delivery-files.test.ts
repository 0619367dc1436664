import { XMLParser } from 'fast-xml-parser';
import fastify, { type FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { biSets } from '@lientinh/bi';
import { CodedError } from '@lientinh/errors';
import { connectRoutes } from '../src/delivery';
import { textOfM } from '../src/delivery/odc';
import { createModel } from '../src/model';
import { splitQueryString } from '../src/query';

const SERVER = 'https://lientinh.example.vn';
const roots = {
  en: { model: createModel(biSets, 'en'), path: '/odata/v4/' },
  vi: { model: createModel(biSets, 'vi'), path: '/odata/v4/vi/' },
};
const vietnamese = (englishName: string): string => {
  const { set } = roots.en.model.sets.get(englishName) ?? { set: undefined };
  const found = [...roots.vi.model.sets.values()].find((one) => one.set.name === set?.name);
  return found?.name ?? '';
};

describe('the files that open a BI tool at the data', () => {
  let app: FastifyInstance;
  beforeAll(() => {
    app = fastify();
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof CodedError)) throw error;
      return reply.code(error.status).send({ code: error.code, details: error.details, text: error.text });
    });
    connectRoutes(app, { roots, publicAddress: SERVER, trustProxy: false });
  });
  afterAll(() => app.close());

  const get = async (url: string, status = 200) => {
    const answer = await app.inject({ method: 'GET', url });
    expect([answer.statusCode, answer.body]).toEqual([status, expect.any(String)]);
    return answer;
  };
  interface Pbids {
    readonly version: string;
    readonly connections: readonly { details: { protocol: string; address: { url: string } }; mode: string }[];
  }
  const addressIn = async (url: string): Promise<string> => {
    const { connections } = (await get(url)).json<Pbids>();
    return connections[0]?.details.address.url ?? '';
  };

  it('are for Power BI a PBIDS file of version 0.1 with one OData connection', async () => {
    const answer = await get('/connect/Comparisons.pbids');
    expect(answer.json()).toEqual({
      version: '0.1',
      connections: [
        {
          details: { protocol: 'odata', address: { url: `${SERVER}/odata/v4/Comparisons` } },
          options: {},
          mode: 'Import',
        },
      ],
    });
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Comparisons.pbids"; filename*=UTF-8''Comparisons.pbids`,
    );
  });

  it('choose the service root by the language of the name, or by names=', async () => {
    const name = vietnamese('Comparisons');
    const inVietnamese = `${SERVER}/odata/v4/vi/${encodeURIComponent(name)}`;
    expect(name).not.toBe('Comparisons');
    expect(await addressIn(`/connect/${encodeURIComponent(name)}.pbids`)).toBe(inVietnamese);
    expect(await addressIn('/connect/Comparisons.pbids?names=vi')).toBe(inVietnamese);
    expect(await addressIn(`/connect/${encodeURIComponent(name)}.pbids?names=en`)).toBe(
      `${SERVER}/odata/v4/Comparisons`,
    );
    expect((await get('/connect/Comparisons.pbids?names=fr', 400)).json()).toMatchObject({
      code: 'ODATA_CONNECT_OPTION_REFUSED',
    });
  });

  it('exist for every set of both roots', async () => {
    for (const { model } of Object.values(roots))
      for (const name of model.sets.keys())
        for (const kind of ['pbids', 'odc', 'iqy']) await get(`/connect/${encodeURIComponent(name)}.${kind}`);
  });

  it('carry the options of the query over, percent-encoded so that they read back as they were', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).filter((one) => !/\p{Cs}|\0/u.test(one));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 99 }), async (value, top) => {
        const filter = `ProvinceNameVi eq '${value.replaceAll("'", "''")}'`;
        const url = `/connect/Comparisons.pbids?$filter=${encodeURIComponent(filter)}&%24top=${top}&$select=Year,Value`;
        const address = await addressIn(url);
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(splitQueryString(address.slice(address.indexOf('?') + 1))).toEqual([
          ['$filter', filter],
          ['$top', String(top)],
          ['$select', 'Year,Value'],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('say wrong options at once, as the service would', async () => {
    const code = async (url: string) => (await get(url, 400)).json<{ code: string }>().code;
    expect(await code('/connect/Comparisons.pbids?$filter=Nonsense%20eq%201')).toMatch(/^ODATA_/);
    expect(await code('/connect/Comparisons.pbids?$filter=Year%20eq')).toMatch(/^ODATA_/);
    expect(await code('/connect/Comparisons.pbids?names=vi&$select=ProvinceCode')).toMatch(/^ODATA_/);
  });

  it.each(['$format=csv', '$skiptoken=x', 'access_token=secret', 'key=lientinh_x', 'user=a'])(
    'carry nothing that is not a question about rows: %s',
    async (option) => {
      const answer = await get(`/connect/Comparisons.odc?${option}`, 400);
      expect(answer.json()).toMatchObject({ code: 'ODATA_CONNECT_OPTION_REFUSED' });
    },
  );

  it.each([
    ['index=PAPI', "IndexCode eq 'PAPI'"],
    ['index=PAPI&year=2018&provinces=46,62', "IndexCode eq 'PAPI' and Year eq 2018 and ProvinceCode in ('46','62')"],
    ['year=2016,2017&criteria=7.1', "Year in (2016,2017) and CriterionCode eq '7.1'"],
    ['$filter=Value gt 5 or Rank le 3&provinces=46', "(Value gt 5 or Rank le 3) and ProvinceCode eq '46'"],
  ])('write short filters out: %s', async (query, filter) => {
    const address = await addressIn(`/connect/Comparisons.pbids?${query.replaceAll(' ', '%20')}`);
    expect(splitQueryString(address.slice(address.indexOf('?') + 1))).toEqual([['$filter', filter]]);
  });

  it('write short filters in the names of the Vietnamese root', async () => {
    const address = await addressIn('/connect/Comparisons.pbids?names=vi&provinces=46');
    expect(decodeURIComponent(address)).toContain("$filter=Mã_tỉnh eq '46'");
  });

  it.each([
    ['Comparisons.pbids?provinces=Hue', 'ODATA_SHORTCUT_INVALID'],
    ["Comparisons.pbids?index=PAPI'", 'ODATA_SHORTCUT_INVALID'],
    [`Comparisons.pbids?criteria=${encodeURIComponent("1' or true or '")}`, 'ODATA_SHORTCUT_INVALID'],
    ['Provinces.pbids?index=PAPI', 'ODATA_SHORTCUT_NOT_HERE'],
  ])('refuse a short filter that is none: %s', async (file, code) => {
    expect((await get(`/connect/${file}`, 400)).json()).toMatchObject({ code });
  });

  it.each(['Comparisons', 'Comparisons.exe', 'Comparisons.constructor', 'Nothing.pbids', '.pbids', 'a/b.pbids'])(
    'do not exist as %s',
    async (file) => {
      expect((await get(`/connect/${file}`, 404)).json()).toMatchObject({ code: 'ODATA_CONNECT_FILE_UNKNOWN' });
    },
  );

  it('are for Excel a connection of Power Query as [MS-ODCFF] describes it', async () => {
    const answer = await get(`/connect/Comparisons.odc?names=vi&provinces=46`);
    expect(answer.headers['content-type']).toBe('text/x-ms-odc; charset=utf-8');
    const island = /<xml id=msodc>([\s\S]*?)<\/xml>/.exec(answer.body)?.[1] ?? '';
    const parser = new XMLParser({ ignoreAttributes: false, htmlEntities: true });
    const { 'odc:OfficeDataConnection': connection } = parser.parse(island) as Record<string, Record<string, unknown>>;
    const name = vietnamese('Comparisons');
    expect(connection?.['odc:PowerQueryConnection']).toEqual({
      '@_odc:Type': 'OLEDB',
      'odc:ConnectionString': `Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=${name};Extended Properties=""`,
      'odc:CommandType': 'SQL',
      'odc:CommandText': `SELECT * FROM [${name}]`,
    });
    const mashup = parser.parse(String(connection?.['odc:PowerQueryMashupData'])) as {
      Mashup: { Client: string; Items: { Query: Record<string, string> } };
    };
    const filter = "$filter=M%C3%A3_t%E1%BB%89nh%20eq%20'46'";
    expect(mashup.Mashup.Client).toBe('EXCEL');
    expect(mashup.Mashup.Items.Query['@_Name']).toBe(name);
    expect(mashup.Mashup.Items.Query['Formula']).toBe(
      `let\n    Source = OData.Feed("${SERVER}/odata/v4/vi/${encodeURIComponent(name)}?${filter}", null, [Implementation="2.0"])\nin\n    Source`,
    );
  });

  it('write text of M so that it reads back', () => {
    const read = (literal: string): string =>
      literal.slice(1, -1).replaceAll(/#\(#\)|""/g, (escape) => (escape === '""' ? '"' : '#'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('#', '(', ')', '"', 'a', '#('), { maxLength: 12 }), (parts) => {
        const literal = textOfM(parts.join(''));
        expect(read(literal)).toBe(parts.join(''));
        expect(literal.split('#(#)').some((part) => part.includes('#('))).toBe(false);
      }),
    );
  });

  it('are for an Excel without Power Query a web query on the HTML table', async () => {
    const { body } = await get('/connect/Comparisons.iqy?index=PAPI&headers=vi');
    const lines = body.split('\r\n');
    expect(lines.slice(0, 2)).toEqual(['WEB', '1']);
    expect(lines[2]).toBe(
      `${SERVER}/odata/v4/Comparisons?$filter=IndexCode%20eq%20'PAPI'&headers=vi&$format=html&decimal=point`,
    );
    const inVietnamese = await get('/connect/Comparisons.iqy?names=vi');
    expect(inVietnamese.body.split('\r\n')[2]).toMatch(/\?\$format=html&decimal=comma$/);
  });

  it('are listed by /connect, each set with its links in both languages', async () => {
    interface Index {
      readonly sets: readonly {
        name: { vi: string; en: string };
        shortcuts: string[];
        links: { vi: Record<string, string>; en: Record<string, string> };
      }[];
    }
    const index = (await get('/connect')).json<Index>();
    expect(index.sets.map(({ name }) => name.en)).toEqual([...roots.en.model.sets.keys()]);
    const comparisons = index.sets.find(({ name }) => name.en === 'Comparisons');
    expect(comparisons?.shortcuts).toEqual(['index', 'year', 'provinces', 'criteria']);
    expect(comparisons?.links.en).toMatchObject({
      odata: `${SERVER}/odata/v4/Comparisons`,
      xlsx: `${SERVER}/odata/v4/Comparisons?$format=xlsx`,
    });
    for (const { links } of index.sets)
      for (const link of [links.vi['pbids'], links.en['odc']]) await get((link ?? '').slice(SERVER.length));
  });
});
