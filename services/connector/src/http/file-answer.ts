import type { RowsPlan } from '../plan/plan';
import { decodePercent } from '../query';
import { allPositions, type OwnerPositions } from '../respond/owner-positions';
import type { TableFormat } from '../respond/table-format';
import type { RowBatches } from '../source/source';
import type { ODataAnswer } from './exchange';
import { currentPositions, plansOf, settingsAt } from './read-at';
import type { ResourceRequest } from './resource-request';
import { conditionalAnswer, resultEtag, resultHeaders } from './result-headers';

/** The whole result as a file: it has no pages. */
export async function answerFile(asked: ResourceRequest, first: RowsPlan, table: TableFormat): Promise<ODataAnswer> {
  const { service, root, request, path, options } = asked;
  const { scope } = request.caller;
  const csv = table.csvFields?.(options) ?? null;
  const page = { size: null, after: null, changedSince: null, addresses: false, ...(csv === null ? {} : { csv }) };
  const plan = service.plan(root.model, path, table.prepare(options, first.set), scope, page);
  const positions = await currentPositions(service.source, plan);
  const headers = resultHeaders(asked, positions);
  const etag = await resultEtag(asked, plan, positions);
  const known = conditionalAnswer(asked, etag, headers);
  if (known !== null) return known;
  return {
    status: 200,
    headers: { ...headers, etag, 'content-type': table.contentType, 'content-disposition': fileName(plan, table) },
    open: () =>
      table.respond({
        model: root.model,
        plan,
        rows: allRows(asked, plan, positions),
        csv: csv === null ? null : allCsv(asked, plan, positions),
        options,
        address: decodePercent(
          request.query === '' ? request.root + request.path : `${request.root}${request.path}?${request.query}`,
        ),
        answeredAt: service.clock(),
        positions: allPositions(positions),
        scope,
        signal: request.signal,
      }),
  };
}

/** Begins when it is read: a file that fails before has held no connection. */
async function* allRows(
  { service, request }: ResourceRequest,
  plan: RowsPlan,
  positions: OwnerPositions,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  for (const part of plansOf(plan)) {
    const rows: RowBatches = await service.source.rows(
      part.owner,
      part.rows,
      settingsAt(positions, part.owner, request),
    );
    yield* rows;
  }
}

/** As `allRows`, written by PostgreSQL. */
async function* allCsv(
  { service, request }: ResourceRequest,
  plan: RowsPlan,
  positions: OwnerPositions,
): AsyncGenerator<Buffer> {
  for (const part of plansOf(plan))
    yield* await service.source.csv(part.owner, part.rows, settingsAt(positions, part.owner, request));
}

/** RFC 6266: a name of ASCII letters for old programs, the real one for the others. */
function fileName({ set }: RowsPlan, { extension }: TableFormat): string {
  const name = `${set.name}.${extension}`;
  const plain = name.normalize('NFD').replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
