import { z } from 'zod';
import { type Reader, statement } from '@lientinh/postgres';
import { PUBLICATION_COLUMNS, publicationRow, type PublicationRow } from './publication.row';

/** Conditions on publications; null means any. */
export interface PublicationConditions {
  readonly publisher: string | null;
  readonly provinceCode: string | null;
  readonly provinceId: string | null;
  readonly dataset: string | null;
  readonly status: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

const CONDITIONS = `($1::text is null or p.publisher = $1) and ($2::text is null or p.province_code = $2)
  and ($3::text is null or p.province = $3) and ($4::text is null or p.dataset = $4) and ($5::text is null or p.status = $5)
  and ($6::timestamptz is null or p.recorded_at >= $6) and ($7::timestamptz is null or p.recorded_at <= $7)`;

const pageStatement = statement(
  'list-publications',
  publicationRow,
  `select ${PUBLICATION_COLUMNS} from followed_publication p
   where ${CONDITIONS} and ($8::timestamptz is null or (p.recorded_at, p.id) < ($8, $9))
   order by p.recorded_at desc, p.id desc limit $10`,
);
const countStatement = statement(
  'count-publications',
  z.object({ count: z.coerce.number().int() }),
  `select count(*) as count from followed_publication p where ${CONDITIONS}`,
);
const byIdsStatement = statement(
  'find-listed-publications',
  publicationRow,
  `select ${PUBLICATION_COLUMNS} from followed_publication p where p.id = any($1::text[])`,
);

const parametersOf = (conditions: PublicationConditions): unknown[] => [
  conditions.publisher,
  conditions.provinceCode,
  conditions.provinceId,
  conditions.dataset,
  conditions.status,
  conditions.from,
  conditions.to,
];

/** Newest first, after a place (instant and id of the row before); at most `limit`. */
export function listPublications(
  reader: Reader,
  conditions: PublicationConditions,
  after: readonly (string | number)[] | null,
  limit: number,
): Promise<PublicationRow[]> {
  const [recordedAt = null, id = null] = after ?? [];
  return reader.all(pageStatement, [...parametersOf(conditions), recordedAt, id, limit]);
}

export async function countPublications(reader: Reader, conditions: PublicationConditions): Promise<number> {
  return (await reader.get(countStatement, parametersOf(conditions))).count;
}

export function findPublications(reader: Reader, ids: readonly string[]): Promise<PublicationRow[]> {
  return reader.all(byIdsStatement, [ids]);
}
