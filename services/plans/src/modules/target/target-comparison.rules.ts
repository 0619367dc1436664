import type { IsoDate, ProvinceId } from '@lientinh/contracts';
import { provincesBetween } from '../province/province.rules';

/** A province as asked for, and every unit that its code may mean, oldest first. */
export interface ComparedProvince {
  readonly asked: string;
  readonly unitIds: readonly ProvinceId[];
}

/** The units that codes may mean between two days; throws PLAN_PROVINCE_UNKNOWN. */
export function comparedProvinces(
  codes: readonly string[],
  from: IsoDate | null,
  to: IsoDate | null,
): ComparedProvince[] {
  return codes.map((asked) => ({ asked, unitIds: provincesBetween(asked, from, to).map(({ id }) => id) }));
}

/** One column for each province asked for: its latest unit that promised something, else its latest unit. Never two units in one. */
export function comparisonColumns<Target extends { readonly provinceId: ProvinceId }>(
  provinces: readonly ComparedProvince[],
  targets: readonly Target[],
): { readonly provinceId: ProvinceId; readonly targets: readonly Target[] }[] {
  return provinces.map(({ unitIds }) => {
    const latestFirst = [...unitIds].reverse();
    const promised = latestFirst.find((id) => targets.some((target) => target.provinceId === id));
    const provinceId = promised ?? latestFirst[0] ?? '';
    return { provinceId, targets: targets.filter((target) => target.provinceId === provinceId) };
  });
}
