import { missingFields } from './missing-fields';

describe('the fields that a failed fetch leaves empty', () => {
  it('are the root fields of a root fetch, by the name the caller gave', () => {
    expect(missingFields('query { a: plans { id } tasks { id } __typename }')).toEqual(['a', 'tasks']);
  });

  it('are the entity fields under the path of an entity fetch', () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Province { scores { value } plans { id } } } }';
    expect(missingFields(query, ['comparison', 'rows', '@', 'cells', '@', 'province'])).toEqual([
      'comparison.rows.*.cells.*.province.scores',
      'comparison.rows.*.cells.*.province.plans',
    ]);
  });
});
