import type { ShownColumn } from '../table/shown-columns';

/** Digits that a DECIMAL of Parquet can have (DuckDB stores it in 128 bits). */
const MOST_DIGITS = 38;

/**
 * The type of a column in DuckDB, and by it in Parquet. A DECIMAL has the precision and scale of the contract; one that was computed has
 * none and becomes a DOUBLE. What Parquet has no type for stays text.
 */
export function duckTypeOf({ type, property }: Pick<ShownColumn, 'type' | 'property'>): string {
  switch (type) {
    case 'Edm.Boolean':
      return 'BOOLEAN';
    case 'Edm.Int32':
      return 'INTEGER';
    case 'Edm.Int64':
      return 'BIGINT';
    case 'Edm.Double':
      return 'DOUBLE';
    case 'Edm.Date':
      return 'DATE';
    case 'Edm.DateTimeOffset':
      return 'TIMESTAMPTZ';
    case 'Edm.Decimal':
      return decimalType(property?.column.precision, property?.column.scale);
    default:
      return 'VARCHAR';
  }
}

function decimalType(precision: number | undefined, scale: number | undefined): string {
  if (precision === undefined || scale === undefined || precision > MOST_DIGITS) return 'DOUBLE';
  return `DECIMAL(${precision},${scale})`;
}
