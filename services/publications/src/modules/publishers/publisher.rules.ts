import { DATASETS, type Dataset, type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import { getLatestProvince, INDEX_CODES, isIndexCode } from '@lientinh/datasets';
import { publisherInvalid } from './publisher.errors';

/** What a publisher may give. */
export interface PublisherRights {
  /** The one province it speaks for; null for the whole country. */
  readonly province: ProvinceCode | null;
  readonly datasets: readonly Dataset[];
  /** Indices whose scores it may give; matters with SCORES only. */
  readonly indices: readonly string[];
}

/** A publisher as the registry holds it. */
export interface RegisteredPublisher extends PublisherRights {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly active: boolean;
}

const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const LONGEST_TEXT = 200;

/** Checks a new publisher. Throws PUBLISHER_INVALID naming the field, PROVINCE_UNKNOWN for its province. */
export function checkPublisher(publisher: RegisteredPublisher, today: IsoDate): RegisteredPublisher {
  if (!ID.test(publisher.id)) {
    throw publisherInvalid({
      field: 'id',
      reason: {
        vi: `"${publisher.id.slice(0, 40)}" không hợp lệ; dùng chữ thường, chữ số và gạch nối, ví dụ kon-tum`,
        en: `"${publisher.id.slice(0, 40)}" is not usable; use lower-case letters, digits and hyphens, for example kon-tum`,
      },
    });
  }
  const named = { nameVi: tidyText('nameVi', publisher.nameVi), nameEn: tidyText('nameEn', publisher.nameEn) };
  return { ...publisher, ...named, ...checkRights(publisher, today) };
}

/** Checks rights and puts lists in order, each item once. Throws PUBLISHER_INVALID or PROVINCE_UNKNOWN. */
export function checkRights({ province, datasets, indices }: PublisherRights, today: IsoDate): PublisherRights {
  if (datasets.length === 0) {
    throw publisherInvalid({
      field: 'datasets',
      reason: { vi: 'cần ít nhất một bộ dữ liệu', en: 'at least one data set is needed' },
    });
  }
  const unknown = indices.find((code) => !isIndexCode(code));
  if (unknown !== undefined) {
    const known = INDEX_CODES.join(', ');
    throw publisherInvalid({
      field: 'indices',
      reason: {
        vi: `không có chỉ số "${unknown}"; có ${known}`,
        en: `there is no index "${unknown}"; known: ${known}`,
      },
    });
  }
  if (datasets.includes('SCORES') !== indices.length > 0) {
    throw publisherInvalid({
      field: 'indices',
      reason: {
        vi: 'SCORES cần danh sách chỉ số, và chỉ số chỉ dùng với SCORES',
        en: 'SCORES needs indices, and indices go with SCORES only',
      },
    });
  }
  if (province !== null) getLatestProvince(province, today);
  return {
    province,
    datasets: DATASETS.filter((dataset) => datasets.includes(dataset)),
    indices: [...new Set(indices)].sort(),
  };
}

/** A text of 1 to 200 characters without blanks around it. Throws PUBLISHER_INVALID naming the field. */
export function tidyText(field: string, text: string): string {
  const tidy = text.trim();
  if (tidy !== '' && tidy.length <= LONGEST_TEXT) return tidy;
  throw publisherInvalid({
    field,
    reason: { vi: `cần 1 đến ${LONGEST_TEXT} ký tự`, en: `1 to ${LONGEST_TEXT} characters are needed` },
  });
}
