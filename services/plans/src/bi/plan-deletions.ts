import { asOf, currentAt, planPublicationId } from './recorded';

/** A table of facts that are current when their plan is. */
interface PlanFacts {
  /** The table, under the alias `f`; null: the plan itself. */
  readonly table: string | null;
  /** Its key, without the alias. */
  readonly key: readonly string[];
  /** SQL of the key as it stands in an address, of `f`. */
  readonly entityKey: string;
  /** SQL that narrows `f` or `o` to rows of the set. */
  readonly narrowed?: (alias: string) => string;
}

/** SQL: text in quotes, as in an address. */
export const quotedKey = (column: string): string => `'''' || replace(${column}, '''', '''''') || ''''`;

/** Facts whose key is not among the current ones, with when they were current last. */
export function planDeletions({ table, key, entityKey, narrowed = () => 'true' }: PlanFacts): string {
  const facts = (plan: string, alias: string): string =>
    table === null
      ? `plan ${plan} cross join lateral (select ${plan}.plan_id) ${alias}`
      : `plan ${plan} join ${table} ${alias} on ${alias}.publication = ${plan}.publication and ${narrowed(alias)}`;
  const list = key.map((column) => `f.${column}`).join(', ');
  const same = key.map((column) => `o.${column} = f.${column}`).join(' and ');
  return `
    select distinct on (${list}) ${entityKey} as entity_key, p.province_code, p.recorded_to as deleted_at, ${planPublicationId('p')} as publication_id
    from ${facts('p', 'f')}
    where p.recorded_to <= ${asOf('PLAN')}
      and not exists (select from ${facts('n', 'o')} where ${same} and ${currentAt('n', 'PLAN')})
    order by ${list}, p.recorded_to desc`;
}
