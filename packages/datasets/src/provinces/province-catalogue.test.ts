import { addDays } from '@lientinh/contracts';
import fc from 'fast-check';
import { provinceCatalogue } from './province-catalogue';
import { readProvinceAliases } from './province-rows';

const catalogue = provinceCatalogue();
const DAY = fc.integer({ min: 0, max: 8400 }).map((days) => addDays('2004-01-01', days));
const UNIT = fc.constantFrom(...catalogue.all);

describe('provinceCatalogue', () => {
  it.each([
    ['2004-01-01', 64],
    ['2008-07-31', 64],
    ['2008-08-01', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
  ])('has on %s %i units in force', (on, count) => {
    expect(catalogue.inForce(on)).toHaveLength(count);
  });

  it.each([
    ['24', '2025-06-30', 'Bắc Giang'],
    ['24', '2025-07-01', 'Bắc Ninh'],
    ['27', '2025-06-30', 'Bắc Ninh'],
    ['46', '2024-12-31', 'Thừa Thiên Huế'],
    ['46', '2025-01-01', 'Huế'],
  ])('reads code %s on %s as %s', (code, on, name) => {
    expect(catalogue.find(code, on)?.nameVi).toBe(name);
  });

  it('knows no unit of a code that is not in force', () => {
    expect(catalogue.find('27', '2025-07-01')).toBeNull();
    expect(catalogue.find('99', '2020-01-01')).toBeNull();
    expect(catalogue.find('28', '2008-08-01')).toBeNull();
  });

  it('follows Kon Tum into Quảng Ngãi and back', () => {
    const konTum = catalogue.find('62', '2025-06-30');
    const quangNgai = catalogue.currentUnitOf(konTum?.id ?? '', '2025-07-01');
    expect(quangNgai?.nameVi).toBe('Quảng Ngãi');
    expect(catalogue.constituents(quangNgai?.id ?? '', '2025-06-30').map((unit) => unit.nameVi)).toEqual([
      'Quảng Ngãi',
      'Kon Tum',
    ]);
    expect(catalogue.successors(konTum?.id ?? '')).toEqual([quangNgai]);
  });

  it('follows Hà Tây through 2008 to the Hà Nội of 2025', () => {
    expect(catalogue.currentUnitOf('28@2004-01-01', '2025-12-31')?.id).toBe('01@2008-08-01');
    expect(catalogue.constituents('01@2008-08-01', '2005-01-01').map((unit) => unit.code)).toEqual(['01', '28']);
  });

  it.each([
    ['Bắc Ninh', '2025-06-30', '27'],
    ['bac ninh', '2025-07-01', '24'],
    ['TỈNH  KON TUM', '2019-06-30', '62'],
    ['thua thien hue', '2019-06-30', '46'],
    ['Nowhere', '2019-06-30', undefined],
  ])('reads %j on %s as %s', (spelling, on, code) => {
    expect(catalogue.findByName(spelling, on)?.code).toBe(code);
  });

  it('reads every alias as its unit on every day that the unit is in force', () => {
    const misread = readProvinceAliases().filter(({ alias, provinceId }) => {
      const unit = catalogue.byId(provinceId);
      const days = unit === null ? [] : [unit.validFrom, unit.validTo ?? '2026-01-01'];
      return days.some((day) => catalogue.findByName(alias, day)?.id !== provinceId);
    });
    expect(misread).toEqual([]);
  });
});

describe('provinceCatalogue, for any unit and day', () => {
  it('gives each code and each slug to at most one unit a day', () => {
    fc.assert(
      fc.property(DAY, (on) => {
        const units = catalogue.inForce(on);
        expect(new Set(units.map((unit) => unit.code)).size).toBe(units.length);
        expect(new Set(units.map((unit) => unit.slug)).size).toBe(units.length);
        for (const unit of units) expect(catalogue.find(unit.code, on)).toBe(unit);
      }),
    );
  });

  it('finds each unit among the constituents of what became of it', () => {
    fc.assert(
      fc.property(UNIT, DAY, (unit, on) => {
        const later = catalogue.currentUnitOf(unit.id, on);
        if (later === null) expect(on < unit.validFrom).toBe(true);
        else expect(catalogue.constituents(later.id, unit.validFrom)).toContain(unit);
      }),
    );
  });

  it('divides the units of an earlier day among those of a later day, each once', () => {
    fc.assert(
      fc.property(DAY, DAY, (a, b) => {
        const [earlier = a, later = b] = [a, b].sort();
        const parts = catalogue.inForce(later).flatMap((unit) => catalogue.constituents(unit.id, earlier));
        expect(parts.map((unit) => unit.id).sort()).toEqual(
          catalogue
            .inForce(earlier)
            .map((unit) => unit.id)
            .sort(),
        );
      }),
    );
  });
});
