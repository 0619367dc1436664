import { startGateway, until, type TestGateway } from './support/gateway';
import type { TestSubgraph } from './support/subgraph-server';
import { startTwoSubgraphs } from './support/two-subgraphs';

interface Entry {
  readonly dataset: string;
  readonly sequence: number;
  readonly cursor?: string;
}

/** A ledger served as `GET /changes?dataset=…&after=…`. */
function serveLedger(subgraph: TestSubgraph, ledgers: Record<string, number>): void {
  subgraph.intercept = (request, response) => {
    const url = new URL(request.url ?? '', 'http://subgraph');
    if (url.pathname !== '/changes') return false;
    const dataset = url.searchParams.get('dataset') ?? '';
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    for (let sequence = Number(url.searchParams.get('after')) + 1; sequence <= (ledgers[dataset] ?? 0); sequence += 1) {
      response.write(`${JSON.stringify({ dataset, sequence, publication: `${dataset}-${sequence}` })}\n`);
    }
    response.end();
    return true;
  };
}

describe('the change feed', () => {
  let subgraphs: { agencies: TestSubgraph; indicators: TestSubgraph };
  let ledgers: Record<string, number>;
  let gateway: TestGateway;

  beforeEach(async () => {
    subgraphs = await startTwoSubgraphs();
    ledgers = { AGENCIES: 2, SCORES: 3 };
    serveLedger(subgraphs.agencies, ledgers);
    serveLedger(subgraphs.indicators, ledgers);
    gateway = await startGateway(Object.values(subgraphs));
  });

  afterEach(async () => {
    await gateway.stop();
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  });

  const read = async (parameters = ''): Promise<Entry[]> => {
    const response = await fetch(`${gateway.url}/changes${parameters}`);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const text = await response.text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  };
  const keys = (entries: readonly Entry[]) => entries.map(({ dataset, sequence }) => `${dataset} ${sequence}`).sort();

  it('joins the ledgers of all subgraphs, each in its own order', async () => {
    const entries = await read();
    expect(keys(entries)).toEqual(['AGENCIES 1', 'AGENCIES 2', 'SCORES 1', 'SCORES 2', 'SCORES 3']);
    for (const dataset of ['AGENCIES', 'SCORES']) {
      const sequences = entries.filter((entry) => entry.dataset === dataset).map(({ sequence }) => sequence);
      expect(sequences).toEqual([...sequences].sort());
    }
    expect(entries.at(-1)?.cursor).toBe('AGENCIES:2,SCORES:3');
  });

  it('goes on after any entry without gap or repetition', async () => {
    const all = await read();
    for (const [index, { cursor }] of all.entries()) {
      const rest = await read(`?after=${cursor}`);
      expect(keys([...all.slice(0, index + 1), ...rest])).toEqual(keys(all));
    }
  });

  it('gives the data sets asked for', async () => {
    expect(keys(await read('?dataset=scores'))).toEqual(['SCORES 1', 'SCORES 2', 'SCORES 3']);
  });

  it.each(['?after=SCORES', '?after=SALARIES:1', '?after=SCORES:1,SCORES:2', '?dataset=salaries'])(
    'refuses %s',
    async (parameters) => {
      const response = await fetch(`${gateway.url}/changes${parameters}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('INVALID_REQUEST');
    },
  );

  it('answers nothing at all when a subgraph is down, for a feed with a hole would be trusted', async () => {
    await subgraphs.indicators.close();
    const response = await fetch(`${gateway.url}/changes`);
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain('SERVICE_UNAVAILABLE');
    expect(text).not.toContain('SCORES');
  });

  /** Follows the feed; `stop` hangs up. */
  async function follow(headers: Record<string, string> = {}) {
    const hangUp = new AbortController();
    const response = await fetch(`${gateway.url}/changes`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: hangUp.signal,
    });
    const follower = { status: response.status, text: '', ended: false, stop: () => hangUp.abort() };
    void (async () => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? [])
        follower.text += decoder.decode(chunk as Uint8Array, { stream: true });
    })()
      .catch(() => undefined)
      .finally(() => (follower.ended = true));
    return follower;
  }
  const ids = (text: string) => [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id);
  const entriesOf = (text: string) =>
    [...text.matchAll(/^event: change\nid: .*\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '') as Entry);

  it('tells followers what is there and what comes, and resumes at the last event', async () => {
    const first = await follow();
    await until(() => entriesOf(first.text).length === 5);
    ledgers['SCORES'] = 4;
    await until(() => entriesOf(first.text).length === 6);
    expect(entriesOf(first.text).at(-1)).toEqual({ dataset: 'SCORES', sequence: 4, publication: 'SCORES-4' });
    first.stop();
    ledgers['AGENCIES'] = 3;
    const second = await follow({ 'last-event-id': ids(first.text).at(-1) ?? '' });
    await until(() => entriesOf(second.text).length === 1);
    expect(keys(entriesOf(second.text))).toEqual(['AGENCIES 3']);
    second.stop();
  });

  it('tells followers of a subgraph that is down and goes on with it later', async () => {
    await subgraphs.indicators.close();
    const follower = await follow();
    await until(() => entriesOf(follower.text).length === 2 && follower.text.includes('event: trouble'));
    expect(follower.text).toContain('SERVICE_UNAVAILABLE');
    await subgraphs.indicators.reopen();
    await until(() => entriesOf(follower.text).length === 5);
    expect(keys(entriesOf(follower.text))).toEqual(['AGENCIES 1', 'AGENCIES 2', 'SCORES 1', 'SCORES 2', 'SCORES 3']);
    follower.stop();
  });

  it('serves a bounded number of followers', async () => {
    const followers = [await follow(), await follow()];
    const refused = await fetch(`${gateway.url}/changes`, { headers: { accept: 'text/event-stream' } });
    expect(refused.status).toBe(503);
    expect(await refused.text()).toContain('TOO_MANY_CHANGE_STREAMS');
    for (const follower of followers) follower.stop();
    await until(async () => {
      const again = await follow();
      again.stop();
      return again.status === 200;
    });
  });

  it('lets followers go when the gateway stops', async () => {
    const follower = await follow();
    await until(() => entriesOf(follower.text).length === 5);
    await gateway.stop();
    await until(() => follower.ended);
    expect(follower.ended).toBe(true);
  });
});
