import { indicatorsSets, type BiSet } from '@lientinh/bi';

/** The contract of a set of this subgraph; throws for a name that is none. */
export function setNamed(name: string): BiSet {
  const set = indicatorsSets.find((candidate) => candidate.name === name);
  if (set === undefined) throw new Error(`the indicators have no set ${name}`);
  return set;
}
