import type { Sql } from '../../source/sql/sql';
import { allOf } from '../../source/sql/sql';
import type { Typed } from '../typed/typed-expression';
import { lowerAsCondition } from './expression';
import { referenceAsked, throughReference, type ReferenceAsked } from './reference-conditions';
import type { Statement } from './statement';

/**
 * SQL of a condition that rows are chosen by: what is null may be false. What is asked of columns that repeat reference data is asked of
 * these data.
 */
export function lowerCondition(typed: Typed, statement: Statement): Sql {
  const conjuncts = conjunctsOf(typed).map((part) => ({ part, asked: referenceAsked(part, statement) }));
  const rest = conjuncts.filter(({ asked }) => asked === null);
  if (rest.length === conjuncts.length) return lowerAsCondition(typed, statement);
  const references = conjuncts.flatMap(({ asked }) => (asked === null ? [] : [asked]));
  return allOf([
    ...grouped(references).map((same) => throughReference(same, statement)),
    ...rest.map(({ part }) => lowerAsCondition(part, statement)),
  ]);
}

function conjunctsOf(typed: Typed): readonly Typed[] {
  if (typed.kind !== 'logic' || typed.operator !== 'and') return [typed];
  return [...conjunctsOf(typed.left), ...conjunctsOf(typed.right)];
}

/** Those of the same row and navigation together. */
function grouped(references: readonly ReferenceAsked[]): readonly (readonly ReferenceAsked[])[] {
  const groups: ReferenceAsked[][] = [];
  for (const one of references) {
    const same = groups.find(([first]) => first?.row === one.row && first.navigation === one.navigation);
    if (same === undefined) groups.push([one]);
    else same.push(one);
  }
  return groups;
}
