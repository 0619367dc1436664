import { type Dataset, dayInVietnam, type IsoDate, isIsoDate } from '@lientinh/contracts';
import { type ChainBreak, type ChainEnd, type LedgerEntry, verifyChain } from '@lientinh/publishing';

/** What of a batch may be appended to the copy, and what stands in the way of the rest. */
export interface AcceptedEntries {
  readonly entries: readonly LedgerEntry[];
  readonly broken: FeedBreak | null;
}

/** Why a ledger is not followed further. HEAD: the last entry that was copied is gone or has changed. */
export interface FeedBreak {
  readonly sequence: number;
  readonly kind: ChainBreak['kind'] | 'HEAD' | 'DATASET';
}

/** The entries of a batch that continue a copy ending in `end`: those it has are passed over, those from the first misfit on refused. */
export function acceptEntries(batch: readonly LedgerEntry[], dataset: Dataset, end: ChainEnd | null): AcceptedEntries {
  const fresh = batch.filter(({ sequence }) => sequence > (end?.sequence ?? 0));
  const stray = fresh.find((entry) => entry.dataset !== dataset);
  const own = stray === undefined ? fresh : fresh.slice(0, fresh.indexOf(stray));
  const broken = verifyChain(own, end);
  if (broken === null) {
    return { entries: own, broken: stray === undefined ? null : { sequence: stray.sequence, kind: 'DATASET' } };
  }
  return { entries: own.filter(({ sequence }) => sequence < broken.sequence), broken };
}

/**
 * Whether the feed still has the entry that the copy ends in, as the first of what it gave after the place before it. A ledger that was
 * cut or rewritten shows here even when nothing was added.
 */
export function checkHead(first: LedgerEntry | undefined, end: ChainEnd | null): FeedBreak | null {
  if (end === null) return null;
  const same = first?.sequence === end.sequence && first.hash === end.hash;
  return same ? null : { sequence: end.sequence, kind: 'HEAD' };
}

/** The calendar day in Việt Nam of a ledger's instant. */
export function receivedOn({ recordedAt }: Pick<LedgerEntry, 'recordedAt'>): IsoDate {
  return dayInVietnam(new Date(recordedAt));
}

/** The day a publication reports on: what its scope says (`reportedOn`), else the day it was received. */
export function reportsOn(entry: Pick<LedgerEntry, 'recordedAt' | 'scope'>): IsoDate {
  const { scope } = entry;
  const stated = scope !== null && typeof scope === 'object' && 'reportedOn' in scope ? scope['reportedOn'] : undefined;
  return typeof stated === 'string' && isIsoDate(stated) ? stated : receivedOn(entry);
}
