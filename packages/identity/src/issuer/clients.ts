import { type BilingualText, DATASETS, type ProvinceCode } from '@lientinh/contracts';
import type { RightsClaims } from '../claims';

/** A client of the local issuer and the rights its tokens carry. */
export interface LocalClient {
  readonly id: string;
  readonly name: BilingualText;
  readonly claims: RightsClaims;
}

/** A province gives every data set about itself; of scores only what it claims for itself in the PAR INDEX. */
function province<Id extends string>(id: Id, code: ProvinceCode, name: BilingualText) {
  return {
    id,
    name,
    claims: { roles: ['publisher'], publisher: id, province: code, datasets: DATASETS, indices: ['PAR_INDEX'] },
  };
}

/** Whoever computes an index for the whole country gives its scores. */
function indexPublisher<Id extends string>(id: Id, index: string, name: BilingualText) {
  return { id, name, claims: { roles: ['publisher'], publisher: id, datasets: ['SCORES'], indices: [index] } };
}

/**
 * The clients of the local issuer. Codes are those of the General Statistics Office. The Ministry of Home Affairs appraises and publishes
 * the PAR INDEX and SIPAS, keeps the list of the central agencies, and reads everything.
 */
export const LOCAL_CLIENTS = [
  province('thua-thien-hue', '46', { vi: 'Thừa Thiên Huế', en: 'Thua Thien Hue' }),
  province('kon-tum', '62', { vi: 'Kon Tum', en: 'Kon Tum' }),
  province('hung-yen', '33', { vi: 'Hưng Yên', en: 'Hung Yen' }),
  province('tuyen-quang', '08', { vi: 'Tuyên Quang', en: 'Tuyen Quang' }),
  {
    id: 'ministry',
    name: { vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' },
    claims: {
      roles: ['publisher', 'analyst'],
      publisher: 'ministry',
      datasets: ['SCORES', 'AGENCIES', 'PROCEDURES'],
      indices: ['PAR_INDEX', 'SIPAS'],
    },
  },
  indexPublisher('papi', 'PAPI', { vi: 'Đơn vị công bố PAPI', en: 'Publisher of PAPI' }),
  indexPublisher('pci', 'PCI', { vi: 'Đơn vị công bố PCI', en: 'Publisher of PCI' }),
  indexPublisher('dti', 'DTI', { vi: 'Đơn vị công bố DTI', en: 'Publisher of DTI' }),
  { id: 'analyst', name: { vi: 'Chuyên viên phân tích', en: 'Analyst' }, claims: { roles: ['analyst'] } },
  {
    id: 'admin',
    name: { vi: 'Quản trị đơn vị công bố', en: 'Administrator of publishers' },
    claims: { roles: ['admin'] },
  },
] as const satisfies readonly LocalClient[];

export type LocalClientId = (typeof LOCAL_CLIENTS)[number]['id'];
