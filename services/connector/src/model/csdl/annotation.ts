/**
 * The value of an annotation: a constant expression of CSDL 4.01 (section 14.3), a collection or a record of them. Members of enumeration
 * types are not among them: readers that do not fetch the vocabulary refuse the whole document over one.
 */
export type AnnotationValue = string | boolean | AnnotationCollection | AnnotationRecord;

export interface AnnotationCollection {
  readonly kind: 'collection';
  readonly items: readonly AnnotationValue[];
}
export interface AnnotationRecord {
  readonly kind: 'record';
  readonly properties: Readonly<Record<string, AnnotationValue>>;
}

/** What is said of an element of the model, by a term of one of the vocabularies that `$metadata` refers to. */
export interface Annotation {
  /** Alias of the vocabulary, a point, the name in it: `Core.Description`. */
  readonly term: string;
  /** Tells two annotations of one term apart: here the language of the text, when it is not the one of the names. */
  readonly qualifier?: string;
  readonly value: AnnotationValue;
}

export const collection = (items: readonly AnnotationValue[]): AnnotationCollection => ({ kind: 'collection', items });
export const record = (properties: Readonly<Record<string, AnnotationValue>>): AnnotationRecord => ({
  kind: 'record',
  properties,
});
