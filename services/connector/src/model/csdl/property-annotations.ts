import type { NamesLanguage, Navigation, Property } from '../edm';
import { collection, record, type Annotation } from './annotation';
import { describe } from './descriptions';

/** What a property is called and means, and its values when they are a fixed list (`Validation.AllowedValues`). */
export function annotationsOfProperty({ column }: Property, names: NamesLanguage): readonly Annotation[] {
  return [
    ...describe(column.label, column.description, names),
    ...(column.values === undefined
      ? []
      : [
          {
            term: 'Validation.AllowedValues',
            value: collection(column.values.map((value) => record({ Value: value }))),
          },
        ]),
  ];
}

/** What a navigation property is called. */
export function annotationsOfNavigation({ definition }: Navigation, names: NamesLanguage): readonly Annotation[] {
  return describe(definition.label, null, names);
}
