import { APPLY_TRANSFORMATIONS } from '../src/model/csdl/set-annotations';
import { startSmallService, type SmallService } from './clients/small-service';
import { attribute, childrenOf, parseXml, type Element } from './csdl/element';
import { readPages } from './power-query/pages';

/** What `$metadata` says that can be asked, asked of the service that says so. */
let service: SmallService;
let sets: readonly Element[];
beforeAll(async () => {
  service = await startSmallService();
  const root = parseXml(await (await fetch(`${service.root}$metadata`)).text());
  if (typeof root === 'string') throw new Error(root);
  const inside = (elements: readonly Element[], name: string): readonly Element[] =>
    elements.flatMap((element) => childrenOf(element, name));
  sets = ['edmx:DataServices', 'Schema', 'EntityContainer', 'EntitySet'].reduce(inside, [root]);
});
afterAll(() => service.stop());

const status = async (address: string, init?: RequestInit): Promise<number> =>
  (await fetch(`${service.root}${address}`, init)).status;

const annotationOf = (set: Element, term: string): Element | undefined =>
  childrenOf(set, 'Annotation').find((one) => attribute(one, 'Term') === term);
const nameOf = (set: Element): string => attribute(set, 'Name');

/** What a property of an annotation says of every set, by the name of the set. */
const claims = (term: string, property: string): readonly (readonly [string, boolean])[] =>
  sets.map((set) => {
    const records = (annotationOf(set, `Capabilities.${term}`)?.children ?? []).flatMap((one) => one.children);
    const value = records.find((one) => attribute(one, 'Property') === property);
    return [nameOf(set), value !== undefined && attribute(value, 'Bool') === 'true'] as const;
  });

/** What a tag says of every set, by the name of the set; an annotation with a record says that there is something. */
const tags = (term: string): readonly (readonly [string, boolean])[] =>
  sets.map((set) => {
    const annotation = annotationOf(set, term);
    return [nameOf(set), annotation !== undefined && attribute(annotation, 'Bool') !== 'false'] as const;
  });

describe('$metadata claims what is true', () => {
  it.each([
    ['FilterRestrictions', 'Filterable', '?$filter=1 eq 1&$top=1'],
    ['SortRestrictions', 'Sortable', '?$orderby=1&$top=1'],
    ['CountRestrictions', 'Countable', '/$count'],
    ['SearchRestrictions', 'Searchable', '?$search=tốt&$top=1'],
    ['ExpandRestrictions', 'Expandable', '?$expand=*&$top=1'],
  ])('of %s: %s sets answer, the others refuse', async (term, property, query) => {
    for (const [name, claimed] of claims(term, property)) {
      // A set without ways to others has nothing that `*` could mean, which is no mistake of the caller.
      const expected = claimed || property === 'Expandable' ? 200 : 400;
      expect([name, await status(`${name}${query}`)]).toEqual([name, expected]);
    }
  });

  it.each([
    ['Capabilities.TopSupported', '?$top=1', 200],
    ['Capabilities.SkipSupported', '?$skip=1', 200],
    ['Aggregation.ApplySupported', '?$apply=aggregate($count as Rows)', 200],
    ['Capabilities.IndexableByKey', "('nothing')", 404],
  ])('of %s: sets that say so answer, the others refuse', async (term, query, answered) => {
    const claimed = tags(term).filter(([name]) => answered === 200 || name !== 'Quotas');
    for (const [name, supported] of claimed)
      expect([name, await status(`${name}${query}`)]).toEqual([name, supported ? answered : 400]);
  });

  it('of ChangeTracking: tracked sets give a link to the changes at the end, the others none', async () => {
    const claimed = claims('ChangeTracking', 'Supported');
    expect(claimed.filter(([, tracked]) => tracked).map(([name]) => name)).toEqual([
      'Scores',
      'Quotas',
      'Publications',
    ]);
    for (const [name, tracked] of claimed) {
      const pages = await readPages(`${service.root}${name}`, { prefer: 'odata.track-changes' });
      expect([name, '@odata.deltaLink' in (pages.at(-1) ?? {})]).toEqual([name, tracked]);
    }
  });

  it.each(['Insert', 'Update', 'Delete'])('of %sRestrictions: nothing can be changed', async (kind) => {
    const property = { Insert: 'Insertable', Update: 'Updatable', Delete: 'Deletable' }[kind] ?? '';
    const method = { Insert: 'POST', Update: 'PATCH', Delete: 'DELETE' }[kind] ?? '';
    for (const [name, claimed] of claims(`${kind}Restrictions`, property)) {
      expect(claimed).toBe(false);
      expect([name, await status(name, { method })]).toEqual([name, 405]);
    }
  });

  it.each([
    ['key as segment', 'Scores/S001', undefined],
    ['index by key', "Scores('S001')", undefined],
    ['$skip and $top', 'Scores?$skip=1&$top=1', undefined],
    ['$query', 'Scores/$query', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '$top=1' }],
    [
      '$batch',
      '$batch',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: 'Scores/$count' }] }),
      },
    ],
  ])('of the service: %s', async (_what, address, init) => {
    expect(await status(address, init)).toBe(200);
  });

  const examples: Readonly<Record<string, string>> = {
    filter: 'filter(Year eq 2024)',
    search: 'search(tốt)',
    compute: 'compute(Year add 1 as Next)',
    groupby: 'groupby((Year))',
    aggregate: 'aggregate(Value with average as Mean)',
    orderby: 'orderby(Year desc)',
    top: 'top(1)',
    skip: 'skip(1)',
    identity: 'identity',
  };
  it.each(APPLY_TRANSFORMATIONS)('of $apply: %s', async (transformation) => {
    expect(await status(`Scores?$apply=${encodeURIComponent(examples[transformation] ?? '')}`)).toBe(200);
  });
});
