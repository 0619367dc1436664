import { onlineServiceLevels, type OnlineServiceLevelRow } from '@lientinh/datasets';
import type { IsoDate } from '@lientinh/contracts';
import type { OnlineServiceLevel } from './online-service.types';

/** The levels in force on a day, in their order. */
export function levelsInForce(on: IsoDate): readonly OnlineServiceLevelRow[] {
  return onlineServiceLevels().filter(
    ({ validFrom, validTo }) => (validFrom === null || validFrom <= on) && (validTo === null || on <= validTo),
  );
}

/** The level of a code; throws RangeError for a code that the data does not know. */
export function levelOf(code: string): OnlineServiceLevelRow {
  const level = onlineServiceLevels().find((known) => known.code === code);
  if (level === undefined) throw new RangeError(`No online service level ${code}`);
  return level;
}

/** The newest level that stands for this one: LEVEL_4 is FULL since Decree 42/2022. A level that nothing followed is itself. */
export function newestLevel(code: string): OnlineServiceLevelRow {
  let level = levelOf(code);
  while (level.mapsTo !== null) level = levelOf(level.mapsTo);
  return level;
}

/** The level as the graph shows it. */
export function toOnlineServiceLevel({ mapsTo, ...level }: OnlineServiceLevelRow): OnlineServiceLevel {
  return { ...level, mapsToCode: mapsTo };
}
