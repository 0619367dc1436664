import { biSets } from '@lientinh/bi';
import type { ColumnGroup } from './browser/page-data';
import { columnGroupsOf } from './column-groups';

const columnsIn = (name: string, group: ColumnGroup): readonly string[] => {
  const set = biSets.find((one) => one.name === name);
  if (set === undefined) throw new Error(`no set ${name}`);
  const groups = columnGroupsOf(set);
  return set.columns.filter((_, place) => groups[place] === group).map((column) => column.name);
};

it('finds what a person looks for in the comparisons of provinces', () => {
  expect(columnsIn('comparisons', 'NAME').slice(0, 6)).toEqual([
    'index_name_vi',
    'index_name_en',
    'criterion_name_vi',
    'criterion_name_en',
    'province_name_vi',
    'province_name_en',
  ]);
  expect(columnsIn('comparisons', 'NUMBER').slice(0, 7)).toEqual([
    'year',
    'value',
    'max_score',
    'rank',
    'ranked_among',
    'change',
    'rank_change',
  ]);
  expect(columnsIn('comparisons', 'KEY')).toEqual([
    'index_code',
    'criterion_id',
    'criterion_code',
    'province_id',
    'score_id',
    'publication_id',
  ]);
});

it('takes the place of something for no number to look for', () => {
  expect(columnsIn('tasks', 'NUMBER')).toEqual(['product_count', 'reported_percent']);
  expect(columnsIn('tasks', 'NAME')).toEqual(expect.arrayContaining(['content', 'lead_names', 'province_name_vi']));
  expect(columnsIn('dossier_statistics', 'OTHER')).toContain('month');
});

it.each(biSets.map((set) => [set.name, set] as const))('says one group of each column of %s', (_name, set) => {
  const groups = columnGroupsOf(set);
  expect(groups).toHaveLength(set.columns.length);
  for (const [place, { name }] of set.columns.entries())
    if (/(?:^|_)id$/.test(name)) expect([name, groups[place]]).toEqual([name, 'KEY']);
});
