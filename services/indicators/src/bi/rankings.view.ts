import type { BiView } from '@lientinh/bi';
import { COUNTED_COLUMNS, exact, referenceColumns, referenceJoins } from './columns';
import { setNamed } from './sets';

/** The value that counts for each cell that has one. */
export const rankingsView: BiView = {
  set: setNamed('rankings'),
  sql: `
    select ${referenceColumns('r')}, ${exact('r.value')} as value, ${exact('r.highest')} as max_score,
      round(r.value / nullif(r.highest, 0), 6) as share_of_maximum, r.rank, r.ranked_among,
      case when r.rank is not null then r.is_ranked end as is_rank_computed,
      case when r.is_derived then case when r.is_official then 'OFFICIAL' else 'REPORTED' end else r.standing end as standing,
      ${COUNTED_COLUMNS}
    from (select r.*, case when r.is_derived then r.maximum else r.max_score end as highest from bi.ranked_inner r) r
    ${referenceJoins('r')}
    where r.value is not null`,
};
