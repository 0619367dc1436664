import { provinceCatalogue } from '@lientinh/datasets';
import { toConnection, type Connection, type RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import type { ScoreSelection } from './score-page.store';
import { getSheet } from './score.loaders';
import { listPublishedYears } from './score.store';
import { toScore, type Score } from './score.types';
import type { AnyScore } from './stated-score';

type SortKey = readonly [number, string, string, string, string];

function keyOf({ year, provinceId, criterion, status }: AnyScore): SortKey {
  return [year, provinceId, criterion, status, ''];
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [place, part] of a.entries()) {
    const other = b[place] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

/** A page of the values that the platform derives, in the order in which stated scores are listed. */
export async function listDerivedPage(
  context: RequestContext<IndicatorsServices>,
  selection: ScoreSelection,
  after: readonly (string | number)[] | null,
  size: number,
): Promise<Connection<Score>> {
  const derived = await listDerived(context, selection);
  const rows = after === null ? derived : derived.filter((figure) => compareKeys(keyOf(figure), after) > 0);
  const page = rows.slice(0, size + 1).map((figure) => toScore(figure, selection.recordedAsOf));
  return toConnection({ rows: page, size, totalCount: derived.length, afterCursor: after !== null }, ({ figure }) =>
    keyOf(figure),
  );
}

async function listDerived(
  context: RequestContext<IndicatorsServices>,
  { index, years, provinceCodes, criteria, recordedAsOf }: ScoreSelection,
): Promise<AnyScore[]> {
  const published = (await listPublishedYears(context.database.reader, [index], recordedAsOf)).get(index) ?? [];
  const wanted = published.filter((year) => years?.includes(year) ?? true);
  const sheets = await Promise.all(wanted.map((year) => getSheet(context, { index, year, recordedAsOf })));
  return sheets
    .flatMap((sheet) => (sheet.framework?.criteria ?? []).flatMap(({ code }) => sheet.countedScores(code)))
    .filter((figure) => figure.status === 'DERIVED')
    .filter(({ criterion }) => criteria?.includes(criterion) ?? true)
    .filter(({ provinceId }) => provinceCodes?.includes(provinceCatalogue().byId(provinceId)?.code ?? '') ?? true)
    .sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}
