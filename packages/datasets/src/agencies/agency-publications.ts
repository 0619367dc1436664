import { agencyId, localAgencyKey } from '@lientinh/agency-names';
import type { AdministrativeLevel, AgencyKind, IsoDate, ProvinceCode } from '@lientinh/contracts';
import { parsedOnce } from '../parsed-once';
import { agencyDirectoryEntries, type SourcedAgency } from './agency-entries';

/** One agency as `publishAgencies` takes it; absent members are not known. */
export interface PublishableAgency {
  /** Key inside the province or the centre, for example `so-noi-vu`. */
  readonly key: string;
  readonly name: string;
  readonly nameEn?: string;
  readonly abbreviation?: string;
  readonly aliases: readonly string[];
  readonly kind: AgencyKind;
  readonly level: AdministrativeLevel;
  /** A key of the same province or centre, or the id of an agency elsewhere (`central/bo-cong-an`). */
  readonly parentKey?: string;
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** As `parentKey`. */
  readonly successorKeys: readonly string[];
}

/** The agencies of the centre or of a province, as their publisher sends them. */
export interface AgencyPublication {
  readonly publisher: string;
  /** GSO code; null for the agencies of the centre. */
  readonly province: ProvinceCode | null;
  readonly agencies: readonly PublishableAgency[];
}

/** Who publishes which part of the reference directory; the centre first, since agencies of provinces refer to it. */
const PUBLISHERS: readonly (readonly [publisher: string, province: ProvinceCode | null])[] = [
  ['ministry', null],
  ['thua-thien-hue', '46'],
  ['kon-tum', '62'],
  ['hung-yen', '33'],
  ['tuyen-quang', '08'],
];

/** The reference directory as publications: one for the centre and one for each of the four provinces. */
export const agencyPublications = parsedOnce((): readonly AgencyPublication[] => {
  const byKey = new Map(agencyDirectoryEntries().map((entry) => [entry.key, entry]));
  return PUBLISHERS.map(([publisher, province]) => ({
    publisher,
    province,
    agencies: agencyDirectoryEntries()
      .filter((entry) => (entry.provinceCode ?? null) === province)
      .map((entry) => toPublishable(entry, byKey)),
  }));
});

/** The entry without what the publication as a whole says. */
function withoutPlace(entry: SourcedAgency): Omit<SourcedAgency, 'source' | 'provinceCode'> {
  const stated: Partial<SourcedAgency> = { ...entry };
  delete (stated as { source?: string }).source;
  delete (stated as { provinceCode?: string }).provinceCode;
  return stated as Omit<SourcedAgency, 'source' | 'provinceCode'>;
}

function toPublishable(entry: SourcedAgency, byKey: ReadonlyMap<string, SourcedAgency>): PublishableAgency {
  const { parentKey, successorKeys, ...stated } = withoutPlace(entry);
  const reference = (key: string): string => {
    const other = byKey.get(key);
    if (other === undefined) throw new RangeError(`Agency ${entry.key} names the unknown agency ${key}`);
    return other.provinceCode === entry.provinceCode ? localAgencyKey(other) : agencyId(other);
  };
  return {
    ...stated,
    key: localAgencyKey(entry),
    successorKeys: (successorKeys ?? []).map(reference),
    ...(parentKey === undefined ? {} : { parentKey: reference(parentKey) }),
  };
}
