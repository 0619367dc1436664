import { createHash } from 'node:crypto';
import { startSmallConnector, type Json, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector({ maximumPageSize: 2 });
  await small.scores.publishScores(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id, place) => ({
      id,
      value: '1.0',
      provinceCode: place % 2 === 0 ? '46' : '01',
      ...(place < 4 ? {} : { status: 'SELF_ASSESSED' as const }),
    })),
  );
});
afterAll(() => small.close());

const as = (scope: Record<string, unknown>) => ({ 'x-test-scope': JSON.stringify(scope) });
const MINISTRY = as({ unpublished: 'EVERY_PROVINCE' });
const PROVINCE = as({ provinceCode: '46' });
const OTHER_DATA = as({ datasets: ['PLAN'] });
const VIEWER = {};
const idsOf = ({ value }: Json): unknown[] => value.map((row) => row['Id'] ?? row['id']);

/** The token in a link, made for nobody: as if somebody had written its identity anew. */
function forged(link: string, identity: string): string {
  const [, text = ''] = /token=([^&]+)/.exec(link) ?? [];
  const parts = JSON.parse(Buffer.from(text, 'base64url').subarray(9).toString()) as unknown[];
  parts[2] = identity;
  const content = Buffer.from(JSON.stringify(parts));
  const digest = createHash('sha256').update(content).digest().subarray(0, 9);
  return link.replace(text, Buffer.concat([digest, content]).toString('base64url'));
}
const identityIn = (link: string): string => {
  const [, text = ''] = /token=([^&]+)/.exec(link) ?? [];
  return (JSON.parse(Buffer.from(text, 'base64url').subarray(9).toString()) as string[])[2] ?? '';
};

describe('what was given to one caller', () => {
  it.each([
    ['viewer', VIEWER],
    ['province', PROVINCE],
    ['other data sets', OTHER_DATA],
  ])('as a link to the next page is of no use to another: %s', async (_, other) => {
    const link = (await small.get('Scores', MINISTRY)).json['@odata.nextLink'] as string;
    const answer = await small.get(link, other);
    expect(answer.status).toBe(400);
    expect(answer.json.error.code).toBe('ODATA_TOKEN_OF_OTHER_QUERY');
    expect((await small.get(link, MINISTRY)).status).toBe(200);
  });

  it('shows another no row beyond his rights, also when its seal is made anew', async () => {
    const link = (await small.get('Scores', MINISTRY)).json['@odata.nextLink'] as string;
    const own = (await small.get('Scores', PROVINCE)).json;
    expect(idsOf(own)).toEqual(['a', 'c']);
    const page = forged(link, identityIn((await small.get('Scores', VIEWER)).json['@odata.nextLink'] as string));
    const { json } = await small.get(page, VIEWER);
    expect(idsOf(json)).toEqual(['c', 'd']);
    expect(json).not.toHaveProperty('@odata.nextLink');
  });

  it('as a link to the changes tells another neither rows nor removals beyond his rights', async () => {
    const { last } = await small.pages('Scores', MINISTRY);
    const theirs = last['@odata.deltaLink'] as string;
    const mine = (await small.pages('Scores', PROVINCE)).last['@odata.deltaLink'] as string;
    await small.scores.publishScores([
      { id: 'b', value: '2.0', provinceCode: '01' },
      { id: 'e', value: '2.0', provinceCode: '46', status: 'SELF_ASSESSED' },
      { id: 'c', value: '2.0', provinceCode: '46' },
    ]);
    expect((await small.get(theirs, PROVINCE)).json.error.code).toBe('ODATA_TOKEN_OF_OTHER_QUERY');
    expect(idsOf((await small.get(forged(theirs, identityIn(mine)), PROVINCE)).json)).toEqual(['c']);
    expect((await small.pages(theirs, MINISTRY)).rows.map(({ Id }) => Id)).toEqual(['b', 'c', 'e']);
  });

  it.each(['Scores', 'Scores/$count', `Scores('e')`])('as an ETag of %s is none of another’s', async (path) => {
    const theirs = (await small.get(path, MINISTRY)).headers.get('etag') ?? '';
    expect((await small.get(path, { ...MINISTRY, 'if-none-match': theirs })).status).toBe(304);
    const answer = await small.get(path, { ...PROVINCE, 'if-none-match': theirs });
    expect(answer.status).toBe(path === `Scores('e')` ? 404 : 200);
  });
});
