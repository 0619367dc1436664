import { levelsInForce, newestLevel } from '../offering/online-service.rules';
import { catalogueNotes } from './notes.rules';

describe('levels of online service', () => {
  it('follow the decrees: one set ends the day before the next begins', () => {
    expect(levelsInForce('2022-08-14').map(({ code }) => code)).toEqual([
      'NONE',
      'LEVEL_1',
      'LEVEL_2',
      'LEVEL_3',
      'LEVEL_4',
    ]);
    expect(levelsInForce('2022-08-15').map(({ code }) => code)).toEqual(['NONE', 'INFORMATION', 'PARTIAL', 'FULL']);
  });

  it('keep their meaning where they are mapped: what is online stays online', () => {
    for (const level of levelsInForce('2020-01-01')) {
      expect(newestLevel(level.code)).toMatchObject({ online: level.online, fullyOnline: level.fullyOnline });
    }
  });
});

describe('notes on a comparison', () => {
  const column = (province: string, levels: string[], catalogueAsOf: string | null = '2021-01-01') => ({
    province,
    levels,
    catalogueAsOf,
  });

  it('say nothing about catalogues of one decree', () => {
    expect(
      catalogueNotes(
        [column('46@2004-01-01', ['NONE', 'LEVEL_3']), column('62@2004-01-01', ['LEVEL_4'])],
        '2021-06-30',
      ),
    ).toEqual([]);
  });

  it('name the province without a catalogue and the equivalents of the levels used', () => {
    const notes = catalogueNotes(
      [column('46@2004-01-01', ['LEVEL_3', 'FULL']), column('62@2004-01-01', [], null)],
      '2023-06-30',
    );
    expect(notes.map(({ kind, textEn }) => `${kind} ${textEn}`)).toEqual([
      'NO_CATALOGUE Kon Tum has published no catalogue in force by 2023-06-30.',
      'ONLINE_LEVELS_MAPPED The catalogues use levels of several decrees (42/2022/NĐ-CP, 43/2011/NĐ-CP). Compared as: Level 3 → Partial.',
    ]);
  });
});
