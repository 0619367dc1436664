import { COUNT_COLUMNS } from '../modules/dossier/counts';

/** SQL: the counts of the alias. */
export const countColumns = (alias: string): string => COUNT_COLUMNS.map((column) => `${alias}.${column}`).join(', ');

/**
 * SQL: one count as a part of another, rounded half up to nine digits; null when the other is 0. Whole numbers are divided and the
 * point is set afterwards: division of decimals takes several times as long, and there are hundreds of millions of rows. The type that
 * the product is made in: `bigint` holds the integers of a statistic, sums take `numeric`.
 */
export function shareSql(alias: string, part: string, whole: string, type: 'bigint' | 'numeric'): string {
  const [p, w] = [`${alias}.${part}`, `${alias}.${whole}`];
  return type === 'bigint'
    ? `(${p} * 1000000000::bigint + ${w} / 2) / nullif(${w}, 0) * 0.000000001`
    : `round(${p}::numeric / nullif(${w}, 0), 9)`;
}
