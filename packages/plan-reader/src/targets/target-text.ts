import type { ReformArea } from '../vocabulary';
import type { TargetPlace } from './target';

/** A stretch of the plan in which targets may stand: a paragraph, or a cell of a task table. */
export interface TargetText {
  readonly text: string;
  readonly folded: string;
  readonly area: ReformArea | null;
  readonly statedIn: TargetPlace;
  lineAt(offset: number): number;
}
