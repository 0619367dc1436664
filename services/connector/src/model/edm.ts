import type { BilingualText } from '@lientinh/contracts';
import type { BiColumn, BiNavigation, BiSet } from '@lientinh/bi';

/** The primitive types of the Entity Data Model that the sets use (OData CSDL 4.01, section 3.3). */
export type EdmType =
  | 'Edm.String'
  | 'Edm.Boolean'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.Double'
  | 'Edm.Date'
  | 'Edm.DateTimeOffset'
  | 'Edm.TimeOfDay'
  | 'Edm.Duration'
  | 'Edm.Guid';

/** A structural property: one column of a view. */
export interface Property {
  readonly name: string;
  readonly column: BiColumn;
  readonly type: EdmType;
  readonly nullable: boolean;
}
/** A navigation property. */
export interface Navigation {
  readonly name: string;
  readonly definition: BiNavigation;
  /** Name of the entity set that it leads to. */
  readonly target: string;
  readonly many: boolean;
  readonly nullable: boolean;
  /** Name of the navigation property that leads back. */
  readonly partner: string | null;
}
/** An entity set and its type. */
export interface EntitySet {
  readonly name: string;
  readonly typeName: string;
  readonly set: BiSet;
  /** By name, in the order of the contract. */
  readonly properties: ReadonlyMap<string, Property>;
  readonly navigations: ReadonlyMap<string, Navigation>;
  readonly key: readonly Property[];
  /** Order of pages when nothing else is asked: unique, not null. */
  readonly pagingOrder: readonly Property[];
}

/** In which language the names of sets and properties are: `en` is the contract's own, `vi` is made from its Vietnamese labels. */
export type NamesLanguage = 'en' | 'vi';

/** Everything that one service root shows. */
export interface Model {
  readonly names: NamesLanguage;
  readonly namespace: string;
  readonly container: string;
  readonly title: BilingualText;
  /** By name, in the order of the contract. */
  readonly sets: ReadonlyMap<string, EntitySet>;
}
