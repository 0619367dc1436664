import type { EntitySet, Model } from '../../model/edm';
import { MAXIMUM_EXPANSIONS, MAXIMUM_NODES } from '../limits';
import type { RowScope } from '../plan';
import { planTooLarge, type Place } from '../plan.errors';
import type { Names, RowNames } from '../typed/names';
import type { RowVariable } from '../typed/shape';
import type { Typed } from '../typed/typed-expression';

/** What checking one request keeps in mind. */
export class CheckContext {
  #nodes = 0;
  #expansions = 0;

  constructor(
    readonly model: Model,
    readonly scope: RowScope,
  ) {}

  /** Counts a whole expression, computed properties written out. ODATA_PLAN_TOO_LARGE. */
  spend(expression: Typed, place: Place): void {
    this.#nodes += expression.size;
    if (this.#nodes > MAXIMUM_NODES) throw tooManyNodes(place);
  }

  /** Counts one expansion. ODATA_PLAN_TOO_LARGE. */
  spendExpansion(place: Place): void {
    this.#expansions += 1;
    if (this.#expansions > MAXIMUM_EXPANSIONS)
      throw planTooLarge({ ...place, what: { vi: 'phép mở rộng', en: 'expansions' }, limit: MAXIMUM_EXPANSIONS });
  }
}

/** The size of a node over such operands, refused as soon as it is too large. */
export function sizeOf(operands: readonly Typed[], place: Place, times = 1): number {
  const size = 1 + times * operands.reduce((sum, operand) => sum + operand.size, 0);
  if (size > MAXIMUM_NODES) throw tooManyNodes(place);
  return size;
}

const tooManyNodes = (place: Place): Error =>
  planTooLarge({ ...place, what: { vi: 'nút biểu thức', en: 'nodes of expressions' }, limit: MAXIMUM_NODES });

/** A new row of a set. */
export const entityRow = (set: EntitySet): RowVariable => ({ shape: { kind: 'entities', set } });
/** A row without computed properties. */
export const bareNames = (row: RowVariable): RowNames => ({ row, computed: new Map() });
/** The same names in another option. */
export const inOption = (names: Names, option: string): Names => ({ ...names, option });

/** The name of what a row is, for errors. */
export function nameOfRows({ shape }: RowVariable): string {
  return shape.kind === 'entities' ? shape.set.name : `$apply(${shape.of.name})`;
}
