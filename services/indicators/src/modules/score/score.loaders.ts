import { maySeeSelfAssessed } from '@lientinh/identity';
import { provinceCatalogue } from '@lientinh/datasets';
import { defineLoader, type RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { parseScoreId, scoreId, type DerivedKey } from './score-identity.rules';
import { findStatedScores, type SheetKey } from './score.store';
import type { ScoreSheet } from './score-sheet.rules';
import { loadSheets, sheetKeyText } from './sheet-cache';
import { isClaim, type AnyScore } from './stated-score';

/** A sheet now, or as it was known at an instant. */
export interface SheetRequest extends SheetKey {
  readonly recordedAsOf: string | null;
}

const requestText = (request: SheetRequest): string => `${request.recordedAsOf ?? ''} ${sheetKeyText(request)}`;

/** Sheets: one statement for any number that are in memory, three for any number of others (two when as of an instant). */
const loadSheet = defineLoader<SheetRequest, ScoreSheet, IndicatorsServices>(
  'score-sheet',
  async (requests, { database, services }) => {
    const found = new Map<string, ScoreSheet>();
    for (const recordedAsOf of new Set(requests.map((request) => request.recordedAsOf))) {
      const keys = requests.filter((request) => request.recordedAsOf === recordedAsOf);
      const sheets =
        recordedAsOf === null
          ? await services.sheets.load(database, keys)
          : await loadSheets(database, keys, recordedAsOf);
      for (const key of keys) {
        const sheet = sheets.get(sheetKeyText(key));
        if (sheet !== undefined) found.set(requestText(key), sheet);
      }
    }
    return found;
  },
  requestText,
);

/** The sheet of an index and year. */
export async function getSheet(
  context: RequestContext<IndicatorsServices>,
  request: SheetRequest,
): Promise<ScoreSheet> {
  const { index, year, recordedAsOf } = request;
  const sheet = await loadSheet(context).load({ index, year, recordedAsOf });
  if (sheet === undefined) throw new Error(`no sheet was made for ${requestText(request)}`);
  return sheet;
}

/** Whether the caller may see a figure: claims of a province are seen by itself and by the ministry. */
export function maySee({ principal }: RequestContext, figure: AnyScore): boolean {
  if (!isClaim(figure.status)) return true;
  return maySeeSelfAssessed(principal, provinceCatalogue().byId(figure.provinceId)?.code ?? '');
}

/** Figures by their id in the graph, current or not; what the caller may not see is not found. */
export const loadScore = defineLoader<string, AnyScore, IndicatorsServices>('score', async (ids, context) => {
  const named = ids.flatMap((id) => {
    const identity = parseScoreId(id);
    return identity === null ? [] : [{ id, identity }];
  });
  const found = new Map<string, AnyScore>();
  const keys = named.flatMap(({ identity }) => (identity.kind === 'STATED' ? [identity.key] : []));
  const stated = keys.length === 0 ? [] : await findStatedScores(context.database.reader, keys);
  for (const figure of stated) {
    if (maySee(context, figure)) found.set(scoreId(figure), figure);
  }
  await Promise.all(
    named.map(async ({ id, identity }) => {
      const figure = identity.kind === 'DERIVED' ? await findDerived(context, identity.key) : null;
      if (figure !== null) found.set(id, figure);
    }),
  );
  return found;
});

async function findDerived(
  context: RequestContext<IndicatorsServices>,
  { recordedAt, ...cell }: DerivedKey,
): Promise<AnyScore | null> {
  const sheet = await getSheet(context, { ...cell, recordedAsOf: recordedAt });
  const figure = sheet.counted(cell.provinceId, cell.criterion);
  return figure?.status === 'DERIVED' ? figure : null;
}
