/** A vocabulary of the OASIS OData technical committee. */
export interface Vocabulary {
  readonly namespace: string;
  readonly alias: string;
}

/** The vocabularies whose terms `$metadata` uses; addresses as their documents themselves tell (`Core.Links`, latest version). */
export const VOCABULARIES: readonly Vocabulary[] = [
  { namespace: 'Org.OData.Core.V1', alias: 'Core' },
  { namespace: 'Org.OData.Validation.V1', alias: 'Validation' },
  { namespace: 'Org.OData.Capabilities.V1', alias: 'Capabilities' },
  { namespace: 'Org.OData.Aggregation.V1', alias: 'Aggregation' },
];

/** Where the document of a vocabulary is. */
export function vocabularyAddress({ namespace }: Vocabulary, format: 'xml' | 'json'): string {
  return `https://oasis-tcs.github.io/odata-vocabularies/vocabularies/${namespace}.${format}`;
}
