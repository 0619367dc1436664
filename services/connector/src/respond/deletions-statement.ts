import type { EntitySet } from '../model/edm';
import type { RowScope } from '../plan/plan';
import type { PrintedStatement } from '../source/statement';
import type { OrderValues } from './tokens';

/** Which deletions are read. */
export interface DeletionsRequest {
  /** As `bi.deletions` names it: in the contract's own names. */
  readonly entitySet: string;
  readonly set: EntitySet;
  /** PostgreSQL's text of the instant after which they happened. */
  readonly since: string;
  /** `deleted_at` and `entity_key` of the last one that was given; null: from the first. */
  readonly after: OrderValues | null;
  readonly size: number | null;
  readonly scope: RowScope;
}

/**
 * Rows of a set that ended after an instant and are not there now: `entity_key` and `deleted_at`, in the order in which they ended. A
 * caller with rights to one province is told of that province's rows only.
 */
export function deletionsSince({ entitySet, set, since, after, size, scope }: DeletionsRequest): PrintedStatement {
  const parameters: string[] = [];
  const parameter = (value: string, type: string): string => {
    parameters.push(value);
    return `(select current_setting('bi.p${parameters.length}')::${type})`;
  };
  const [deletedAt, entityKey] = after ?? [];
  const conditions = [
    `d.entity_set = ${parameter(entitySet, 'text')}`,
    `d.deleted_at > ${parameter(since, 'timestamptz')}`,
    ...(scope.provinceCode === null || set.set.provinceColumn === null
      ? []
      : [`d.province_code = ${parameter(scope.provinceCode, 'text')}`]),
    ...(typeof deletedAt !== 'string' || typeof entityKey !== 'string'
      ? []
      : [
          `(d.deleted_at, d.entity_key collate "C") > (${parameter(deletedAt, 'timestamptz')}, ${parameter(entityKey, 'text')} collate "C")`,
        ]),
  ];
  const limit = size === null ? '' : ` limit ${parameter(String(size + 1), 'bigint')}`;
  return {
    text: `select d.entity_key, d.deleted_at from bi.deletions d where ${conditions.join(' and ')}
      order by d.deleted_at, d.entity_key collate "C"${limit}`,
    parameters,
  };
}
