import { wideCriteria, wideSetName, type BiView } from '@lientinh/bi';
import { indexDefinitions } from '@lientinh/datasets';
import { exact, provinceColumns } from './columns';
import { setNamed } from './sets';

const of = (column: string, code: string): string => `max(${column}) filter (where r.criterion_code = '${code}')`;

/** A row per unit and year of one index. */
function wideView(index: string): BiView {
  const parts = wideCriteria(index).map(
    ({ code, column }) => `${exact(of('r.value', code))} as ${column}, ${of('r.rank', code)} as ${column}_rank`,
  );
  return {
    set: setNamed(wideSetName(index)),
    sql: `
      select w.*, ${provinceColumns('w').replace('w.province_id, ', '')}
      from (
        select r.year, r.province_id, max(c.framework_version) as framework_version,
          bool_and(coalesce(x.is_comparable, true)) as is_comparable_with_year_before, ${exact(of('r.value', 'TOTAL'))} as total,
          ${of('r.rank', 'TOTAL')} as total_rank, ${of('r.ranked_among', 'TOTAL')} as total_ranked_among, ${parts.join(', ')},
          max(r.recorded_at) as recorded_at
        from bi.ranked_inner r
        join bi.criterion_inner c on c.id = r.criterion_id
        left join bi.criterion_change_inner x on x.index_code = r.index_code and x.criterion_code = r.criterion_code and x.year = r.year
        where r.index_code = '${index}' and r.depth <= 1
        group by r.year, r.province_id
      ) w
      join bi.province_reference p on p.id = w.province_id
      join bi.province_reference t on t.id = p.current_id`,
  };
}

/** One for each index of the catalogue. */
export const wideViews = (): readonly BiView[] => indexDefinitions().map(({ code }) => wideView(code));
