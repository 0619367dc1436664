import { provinceCatalogue } from '@lientinh/datasets';
import { filePublications, ownPublications, publishMissing, type Platform } from '../src';
import { describeWithShared, sharedFolder } from '@lientinh/testkit';
import { ask, makeDataFolder, start } from './support';

/** Sums of a counter of a process, by the value of one label. */
async function counters(url: string, metric: string, label: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sums = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (!line.startsWith(`${metric}{`)) continue;
    const name = new RegExp(`${label}="([^"]*)"`).exec(line)?.[1] ?? '';
    sums.set(name, (sums.get(name) ?? 0) + Number(line.slice(line.lastIndexOf(' '))));
  }
  return sums;
}

function grown(before: Map<string, number>, after: Map<string, number>): Record<string, number> {
  const entries = [...after].map(([name, sum]): [string, number] => [name, sum - (before.get(name) ?? 0)]);
  return Object.fromEntries(entries.filter(([, growth]) => growth > 0));
}

describeWithShared('a comparison of 63 provinces over all criteria of an index', () => {
  const place = makeDataFolder();
  const codes = provinceCatalogue()
    .inForce('2018-06-30')
    .map(({ code }) => code);
  let platform: Platform;
  beforeAll(async () => {
    platform = await start(place.folder, 2_540);
    const publications = [...ownPublications(), ...filePublications(sharedFolder('data', 'published'))];
    await publishMissing(platform.topology, platform.issuerFolder, publications, () => undefined);
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  const urlOf = (name: string): string =>
    platform.topology.subgraphs.find((subgraph) => subgraph.name === name)?.url ?? '';

  const QUERY = `query ($codes: [ID!]!) {
    comparison(index: "PAPI", year: 2018, provinces: $codes, depth: 2, baselineYear: 2017) {
      provinces { code name region }
      rows {
        criterion { code name maxScore }
        cells { value rank rankedAmong change rankChange gapToBest status missing source { document url } province { code name } }
        nationalMedian nationalBest nationalCount
      }
      notes { kind text }
    }
  }`;

  it('is one fetch for each subgraph, at most 2 SQL statements in agencies and 4 in indicators', async () => {
    await ask(platform.topology.gateway, QUERY, { codes });
    const measure = async () => ({
      fetches: await counters(platform.topology.gateway, 'lientinh_gateway_subgraph_fetches_total', 'subgraph'),
      agencies: await counters(urlOf('agencies'), 'sql_statements_total', 'statement'),
      indicators: await counters(urlOf('indicators'), 'sql_statements_total', 'statement'),
    });
    const before = await measure();
    const { data, errors } = (await ask(platform.topology.gateway, QUERY, { codes })) as unknown as {
      data: { comparison: { provinces: unknown[]; rows: { cells: unknown[] }[] } };
      errors?: unknown;
    };
    const after = await measure();
    expect(errors).toBeUndefined();
    expect(data.comparison.provinces).toHaveLength(63);
    expect(data.comparison.rows.every(({ cells }) => cells.length === 63)).toBe(true);
    const fetches = grown(before.fetches, after.fetches);
    expect(Object.keys(fetches).sort()).toEqual(['agencies', 'indicators']);
    expect(fetches['indicators']).toBe(1);
    expect(fetches['agencies']).toBeLessThanOrEqual(2); // provinces, and the provinces of the cells: two plan steps
    const sum = (growth: Record<string, number>): number =>
      Object.values(growth).reduce((total, count) => total + count, 0);
    expect(sum(grown(before.agencies, after.agencies))).toBeLessThanOrEqual(2);
    expect(sum(grown(before.indicators, after.indicators))).toBeLessThanOrEqual(4);
  });

  it("has Kon Tum's scores and ranks on PAPI 2018 as its own plan prints them", async () => {
    const query = `{ comparison(index: "PAPI", year: 2018, provinces: ["62"]) { rows { criterion { code } cells { value rank rankedAmong } } } }`;
    const { data } = (await ask(platform.topology.gateway, query)) as unknown as {
      data: {
        comparison: {
          rows: { criterion: { code: string }; cells: [{ value: number; rank: number; rankedAmong: number }] }[];
        };
      };
    };
    const printed = data.comparison.rows
      .filter(({ criterion }) => criterion.code !== 'TOTAL')
      .map(
        ({ criterion, cells: [cell] }) =>
          `${criterion.code}: ${cell.value.toFixed(2)} ${cell.rank}/${cell.rankedAmong}`,
      );
    expect(printed).toEqual([
      '1: 5.94 5/63',
      '2: 5.26 31/61',
      '3: 4.95 30/63',
      '4: 6.03 57/61',
      '5: 7.25 51/63',
      '6: 6.74 57/63',
      '7: 3.98 55/63',
      '8: 3.06 33/63',
    ]);
  });

  it('ranks PCI 2016 as it was published', async () => {
    const query = `{ ranking(index: "PCI", year: 2016, first: 3) { nodes { rank value province { name } } } }`;
    const { data } = (await ask(platform.topology.gateway, query)) as unknown as {
      data: { ranking: { nodes: { rank: number; value: number; province: { name: string } }[] } };
    };
    expect(
      data.ranking.nodes.map(({ rank, value, province }) => `${rank} ${province.name} ${value.toFixed(2)}`),
    ).toEqual(['1 Đà Nẵng 70.00', '2 Quảng Ninh 65.60', '3 Đồng Tháp 64.96']);
  });
});
