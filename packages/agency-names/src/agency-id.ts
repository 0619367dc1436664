import type { AgencyEntry } from './agency-entry';

/** What stands before the slash in the id of an agency of the centre. */
export const CENTRAL_SCOPE = 'central';

/**
 * Key of an agency inside its province or the centre, as it is published: the reference directory keeps all provinces in one list and
 * puts the province code before the key (`62-so-noi-vu`); here it is `so-noi-vu`. Keys without that code are already local.
 */
export function localAgencyKey({ key, provinceCode }: Pick<AgencyEntry, 'key' | 'provinceCode'>): string {
  const prefix = provinceCode === undefined ? '' : `${provinceCode}-`;
  return prefix !== '' && key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

/**
 * Id of an agency in the whole graph: `<GSO province code>/<local key>` or `central/<local key>`, for example `62/so-noi-vu` and
 * `central/bo-noi-vu`. Takes entries of the reference directory and published agencies alike.
 */
export function agencyId(entry: Pick<AgencyEntry, 'key' | 'provinceCode'>): string {
  return `${entry.provinceCode ?? CENTRAL_SCOPE}/${localAgencyKey(entry)}`;
}
