/** What a term says of the value that it takes. */
export type TermType =
  | { readonly kind: 'String' }
  | { readonly kind: 'Bool' }
  | { readonly kind: 'Record'; readonly properties: Readonly<Record<string, TermType>> }
  | { readonly kind: 'Collection'; readonly items: TermType };
export interface Term {
  readonly type: TermType;
  /** Elements that may be annotated; null: every one. */
  readonly appliesTo: readonly string[] | null;
}

const text: TermType = { kind: 'String' };
const bool: TermType = { kind: 'Bool' };
const recordOf = (properties: Readonly<Record<string, TermType>>): TermType => ({ kind: 'Record', properties });
const listOf = (items: TermType): TermType => ({ kind: 'Collection', items });
const ofSets = (type: TermType): Term => ({ type, appliesTo: ['EntitySet'] });
const ofContainer = (type: TermType): Term => ({ type, appliesTo: ['EntityContainer'] });

/**
 * Terms of the OASIS vocabularies Core, Validation, Capabilities and Aggregation: those that `$metadata` may use, with the properties that it
 * may set. Written down from the vocabularies' own documents (`Term Name=… Type=… AppliesTo=…`), to have something to check it against.
 */
export const VOCABULARY_TERMS: Readonly<Record<string, Term>> = {
  'Org.OData.Core.V1.Description': { type: text, appliesTo: null },
  'Org.OData.Core.V1.LongDescription': { type: text, appliesTo: null },
  'Org.OData.Core.V1.ODataVersions': ofContainer(text),
  'Org.OData.Validation.V1.AllowedValues': {
    type: listOf(recordOf({ Value: text })),
    appliesTo: ['Property', 'Parameter', 'TypeDefinition'],
  },
  'Org.OData.Capabilities.V1.FilterRestrictions': ofSets(recordOf({ Filterable: bool, RequiresFilter: bool })),
  'Org.OData.Capabilities.V1.SortRestrictions': ofSets(recordOf({ Sortable: bool })),
  'Org.OData.Capabilities.V1.ExpandRestrictions': ofSets(recordOf({ Expandable: bool })),
  'Org.OData.Capabilities.V1.SearchRestrictions': ofSets(recordOf({ Searchable: bool })),
  'Org.OData.Capabilities.V1.CountRestrictions': ofSets(recordOf({ Countable: bool })),
  'Org.OData.Capabilities.V1.ChangeTracking': {
    type: recordOf({ Supported: bool }),
    appliesTo: ['EntitySet', 'EntityContainer'],
  },
  'Org.OData.Capabilities.V1.TopSupported': ofSets(bool),
  'Org.OData.Capabilities.V1.SkipSupported': ofSets(bool),
  'Org.OData.Capabilities.V1.IndexableByKey': ofSets(bool),
  'Org.OData.Capabilities.V1.InsertRestrictions': ofSets(recordOf({ Insertable: bool })),
  'Org.OData.Capabilities.V1.UpdateRestrictions': ofSets(recordOf({ Updatable: bool })),
  'Org.OData.Capabilities.V1.DeleteRestrictions': ofSets(recordOf({ Deletable: bool })),
  'Org.OData.Capabilities.V1.BatchSupported': ofContainer(bool),
  'Org.OData.Capabilities.V1.BatchSupport': ofContainer(recordOf({ Supported: bool })),
  'Org.OData.Capabilities.V1.KeyAsSegmentSupported': ofContainer(bool),
  'Org.OData.Capabilities.V1.QuerySegmentSupported': ofContainer(bool),
  'Org.OData.Aggregation.V1.ApplySupported': ofSets(recordOf({ Transformations: listOf(text) })),
};
