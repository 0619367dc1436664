import type { EntitySet, Model } from '../../model/edm';
import { joinQueryString } from '../../query';
import { shortFiltersOf } from '../../http/short-filters';
import type { FilterName, PageLanguage, ProposalSource } from './browser/page-data';

/** Where the values of a short filter are listed: a set of the contract, and its columns. */
interface Listing {
  readonly set: string;
  readonly value: string;
  /** Columns with the meaning of a value; none: years say all. */
  readonly label: Readonly<Record<PageLanguage, string>> | null;
  readonly order: string;
}

const LABEL = { vi: 'name_vi', en: 'name_en' };
const LISTINGS: Readonly<Record<FilterName, Listing>> = {
  index: { set: 'indices', value: 'code', label: LABEL, order: 'display_order' },
  year: { set: 'scores', value: 'year', label: null, order: 'year' },
  provinces: { set: 'provinces', value: 'code', label: LABEL, order: 'code' },
  criteria: { set: 'criteria', value: 'code', label: LABEL, order: 'code' },
};
const FILTERS = Object.keys(LISTINGS) as readonly FilterName[];

/** Addresses of the service itself that list what each short filter can be; only those that the model has. */
export function proposalsOf(
  model: Model,
  language: PageLanguage,
): Readonly<Partial<Record<FilterName, ProposalSource>>> {
  return Object.fromEntries(
    FILTERS.map((filter) => [filter, sourceOf(model, LISTINGS[filter], language)]).filter(
      (pair): pair is [FilterName, ProposalSource] => pair[1] !== null,
    ),
  );
}

function sourceOf(model: Model, listing: Listing, language: PageLanguage): ProposalSource | null {
  const set = [...model.sets.values()].find((one) => one.set.name === listing.set);
  if (set === undefined) return null;
  const value = nameOf(set, listing.value);
  const order = nameOf(set, listing.order);
  const label = listing.label === null ? null : nameOf(set, listing.label[language]);
  if (value === null || order === null) return null;
  const options: readonly (readonly [string, string])[] =
    label === null
      ? [
          ['$apply', `groupby((${value}))`],
          ['$orderby', `${order} desc`],
        ]
      : [
          ['$select', `${value},${label}`],
          ['$orderby', order],
        ];
  return {
    path: `${encodeURIComponent(set.name)}?${joinQueryString(options)}`,
    value,
    label,
    byIndex: shortFiltersOf(set).includes('index'),
  };
}

function nameOf(set: EntitySet, column: string): string | null {
  return [...set.properties.values()].find((property) => property.column.name === column)?.name ?? null;
}
