import { targetOf } from '../../model';
import type { EntitySet, Navigation, Property } from '../../model/edm';
import type { Sql } from '../../source/sql/sql';
import { entityRow } from '../check/context';
import { propertyOf } from '../check/paths';
import { isNarrowedBy } from '../row-scope';
import type { RowVariable } from '../typed/shape';
import type { Typed } from '../typed/typed-expression';
import { lowerAsCondition } from './expression';
import { leadsToOneOf } from './own-column';
import type { Statement } from './statement';

/** A condition on what rows repeat of reference data, or on these data themselves behind the navigation to them. */
export interface ReferenceAsked {
  readonly row: RowVariable;
  readonly navigation: Navigation;
  readonly condition: Typed;
}
type PropertyNode = Extract<Typed, { kind: 'property' }>;

/**
 * The condition as one on reference data, where rows are read in order of the column that leads there and it asks for few of them: that
 * columns equal values or are in lists, one or the other. Null when it asks for anything else.
 */
export function referenceAsked(condition: Typed, statement: Statement): ReferenceAsked | null {
  const properties = propertiesCompared(condition);
  const [first] = properties ?? [];
  const navigation = first === undefined ? null : navigationOf(first);
  if (properties === null || first === undefined || navigation === null) return null;
  const { row } = first;
  const isOne = properties.every((property) => property.row === row && navigationOf(property) === navigation);
  if (!isOne || !statement.isReadInOrderOf(row, navigation.definition.on[0]?.from)) return null;
  if (isNarrowedBy(targetOf(statement.model, navigation), statement.scope)) return null;
  return { row, navigation, condition };
}

/** The properties of `A eq 1 or B in (2,3)`; null when it is no such condition. */
function propertiesCompared(node: Typed): readonly PropertyNode[] | null {
  switch (node.kind) {
    case 'logic': {
      const [left, right] = [propertiesCompared(node.left), propertiesCompared(node.right)];
      return left === null || right === null ? null : [...left, ...right];
    }
    case 'comparison': {
      const sides = [node.left, node.right];
      const property = sides.find((side) => side.kind === 'property');
      const isEqual = node.operator === 'eq' && sides.some((side) => side.kind === 'literal');
      return isEqual && property !== undefined ? [property] : null;
    }
    case 'oneOf':
      return node.value.kind === 'property' && !node.withNull ? [node.value] : null;
    default:
      return null;
  }
}

/** The navigation to the data that the property repeats, or that it stands behind. */
function navigationOf({ row: { shape }, path, property }: PropertyNode): Navigation | null {
  if (shape.kind !== 'entities') return null;
  const [only, ...more] = path;
  if (only === undefined) return found(shape.set, property.column.repeats?.navigation);
  const isRepeated = shape.set.set.columns.some(({ repeats }) => repeats?.navigation === only.definition.name);
  return more.length === 0 && isRepeated ? only : null;
}

const found = ({ navigations }: EntitySet, name: string | undefined): Navigation | null =>
  [...navigations.values()].find(({ definition }) => definition.name === name) ?? null;

/** Conditions of one row and navigation: that the row's own column is among those of the data that meet them. */
export function throughReference(asked: readonly ReferenceAsked[], statement: Statement): Sql {
  const [first] = asked;
  if (first === undefined) throw new Error('no condition');
  const { row, navigation } = first;
  const target = targetOf(statement.model, navigation);
  const reference = entityRow(target);
  statement.placeAlone(reference, target);
  const where = asked.map(({ condition }) => lowerAsCondition(ofReference(condition, reference, target), statement));
  return leadsToOneOf(navigation.definition, statement.rangeOf(row).alias, where);
}

/** The condition with the properties of the data in place of what repeats them. */
function ofReference(node: Typed, row: RowVariable, set: EntitySet): Typed {
  const inside = (operand: Typed): Typed => ofReference(operand, row, set);
  switch (node.kind) {
    case 'logic':
    case 'comparison':
      return { ...node, left: inside(node.left), right: inside(node.right) };
    case 'oneOf':
      return { ...node, value: inside(node.value) };
    case 'property':
      return propertyOf(row, [], repeated(node, set));
    default:
      return node;
  }
}

function repeated({ path, property }: PropertyNode, { name, properties }: EntitySet): Property {
  if (path.length > 0) return property;
  const column = property.column.repeats?.column;
  const same = [...properties.values()].find((one) => one.column.name === column);
  if (same === undefined) throw new Error(`${name} has no column ${column}`);
  return same;
}
