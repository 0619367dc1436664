import type { RowsPlan } from '../plan/plan';
import { entityControl } from '../respond/entity-control';
import type { OwnerPositions } from '../respond/owner-positions';
import type { Segment } from '../respond/page';
import { withExactNumbersAsText } from '../respond/exact-numbers';
import { compileRowEncoder, type Encode, type Row, type RowEncoder } from '../respond/row-encoder';
import type { OrderValues } from '../respond/tokens';
import { settingsAt } from './read-at';
import type { ResourceRequest } from './resource-request';

/** A plan's rows as a part of a JSON answer, read at these positions. */
export function planSegment(asked: ResourceRequest, plan: RowsPlan, positions: OwnerPositions): Segment {
  const { service, request } = asked;
  return {
    open: () => service.source.rows(plan.owner, plan.rows, settingsAt(positions, plan.owner, request)),
    encode: encoderOf(asked, plan),
    orderOf: orderReader(plan),
  };
}

/** How the plan's rows are written. */
export function encoderOf({ root, request, flavour }: ResourceRequest, plan: RowsPlan): RowEncoder {
  const control = entityControl(plan, { model: root.model, root: request.root, flavour });
  const exact = (name: string): Encode => withExactNumbersAsText(root.model, plan.set, name);
  return compileRowEncoder(plan.columns, flavour, control, flavour.ieee754Compatible ? exact : null);
}

/** Reads the order of a row from the columns that are there for it. */
export function orderReader({ columns }: RowsPlan): (row: Row) => OrderValues {
  const places = columns
    .map(({ role, name }, place) => ({ role, order: Number(name), place }))
    .filter(({ role }) => role === 'PAGING')
    .sort((a, b) => a.order - b.order)
    .map(({ place }) => place);
  return (row) => places.map((place) => row[place] ?? null);
}
