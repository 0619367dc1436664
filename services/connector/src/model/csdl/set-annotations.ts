import { deletions } from '@lientinh/bi';
import type { EntitySet, Model } from '../edm';
import { collection, record, type Annotation } from './annotation';
import { describe } from './descriptions';

const READ_ONLY: readonly Annotation[] = [
  { term: 'Capabilities.InsertRestrictions', value: record({ Insertable: false }) },
  { term: 'Capabilities.UpdateRestrictions', value: record({ Updatable: false }) },
  { term: 'Capabilities.DeleteRestrictions', value: record({ Deletable: false }) },
];

/** The steps of `$apply` (OData Data Aggregation 4.0) that the query language of the connector has. */
export const APPLY_TRANSFORMATIONS: readonly string[] = [
  'filter',
  'search',
  'compute',
  'groupby',
  'aggregate',
  'orderby',
  'top',
  'skip',
  'identity',
];

/**
 * What can be asked of an entity set (Capabilities and Aggregation vocabularies), and what it is. Rows of `Deletions` are in several
 * databases, read one after another: what needs all of them at once cannot be asked.
 */
export function annotationsOfSet(model: Model, { set }: EntitySet): readonly Annotation[] {
  const inOneDatabase = set.name !== deletions.name;
  return [
    ...describe(set.label, set.description, model.names),
    { term: 'Capabilities.FilterRestrictions', value: record({ Filterable: true, RequiresFilter: false }) },
    { term: 'Capabilities.SortRestrictions', value: record({ Sortable: inOneDatabase }) },
    { term: 'Capabilities.ExpandRestrictions', value: record({ Expandable: set.navigations.length > 0 }) },
    { term: 'Capabilities.SearchRestrictions', value: record({ Searchable: set.searchable }) },
    { term: 'Capabilities.CountRestrictions', value: record({ Countable: true }) },
    { term: 'Capabilities.ChangeTracking', value: record({ Supported: set.changeTracking }) },
    { term: 'Capabilities.TopSupported', value: true },
    { term: 'Capabilities.SkipSupported', value: inOneDatabase },
    { term: 'Capabilities.IndexableByKey', value: inOneDatabase },
    ...(inOneDatabase ? [{ term: 'Aggregation.ApplySupported', value: APPLY_SUPPORTED }] : []),
    ...READ_ONLY,
  ];
}

/** Nothing is said of `Rollup`, which revisions of the vocabulary have and later ones have not: the steps do not name it. */
const APPLY_SUPPORTED = record({ Transformations: collection(APPLY_TRANSFORMATIONS) });

/** What is said of the whole service. */
export function annotationsOfContainer(model: Model): readonly Annotation[] {
  return [
    ...describe(model.title, null, model.names),
    { term: 'Core.ODataVersions', value: '4.0 4.01' },
    { term: 'Capabilities.BatchSupported', value: true },
    { term: 'Capabilities.BatchSupport', value: record({ Supported: true }) },
    { term: 'Capabilities.KeyAsSegmentSupported', value: true },
    { term: 'Capabilities.QuerySegmentSupported', value: true },
  ];
}
