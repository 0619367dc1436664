import type { Property } from '../edm';

/** The facets of a property's type (CSDL 4.01, section 7.2); what is absent is not said. */
export interface Facets {
  readonly maxLength?: number;
  readonly precision?: number;
  /** `variable`: a decimal with any number of digits after the point. */
  readonly scale?: number | 'variable';
  /** False when no value has a character beyond ASCII, which only a fixed list of values can promise. */
  readonly unicode?: false;
}

/** PostgreSQL keeps instants to the microsecond. */
const DIGITS_OF_SECONDS = 6;
const ASCII = /^[\x20-\x7e]*$/;

/** Facets by the column of the contract. */
export function facetsOf({ type, column }: Property): Facets {
  switch (type) {
    case 'Edm.String':
      return {
        ...(column.maxLength === undefined ? {} : { maxLength: column.maxLength }),
        ...(column.values?.every((value) => ASCII.test(value)) === true ? { unicode: false } : {}),
      };
    case 'Edm.Decimal':
      return {
        ...(column.precision === undefined ? {} : { precision: column.precision }),
        scale: column.scale ?? (column.precision === undefined ? 'variable' : 0),
      };
    case 'Edm.DateTimeOffset':
      return { precision: DIGITS_OF_SECONDS };
    default:
      return {};
  }
}
