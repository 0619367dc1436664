/** An exact decimal number: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  /** Decimal places, 0 or more. */
  readonly scale: number;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** The number that a text such as `5.9412` or `1e-7` writes; throws RangeError for anything else. */
export function parseDecimal(text: string): Decimal {
  const match = NUMBER.exec(text);
  if (match === null) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const units = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

function atScale({ units, scale }: Decimal, target: number): bigint {
  return units * 10n ** BigInt(target - scale);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = atScale(a, scale) - atScale(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The exact sum; zero of nothing. */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  const scale = Math.max(0, ...values.map((value) => value.scale));
  return { units: values.reduce((sum, value) => sum + atScale(value, scale), 0n), scale };
}

/** Exactly `a` − `b`. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return sumDecimals([a, { units: -b.units, scale: b.scale }]);
}

/** Rounded to `places` decimals, halves away from zero, as statistics offices print. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return { units: atScale(value, places), scale: places };
  const divisor = 10n ** BigInt(value.scale - places);
  const magnitude = value.units < 0n ? -value.units : value.units;
  const rounded = (magnitude + divisor / 2n) / divisor;
  return { units: value.units < 0n ? -rounded : rounded, scale: places };
}

/** The exact median; null of nothing. */
export function medianOf(values: readonly Decimal[]): Decimal | null {
  const sorted = [...values].sort(compareDecimals);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  if (sorted.length % 2 === 1) return upper;
  const sum = sumDecimals([sorted[sorted.length / 2 - 1] ?? upper, upper]);
  return { units: sum.units * 5n, scale: sum.scale + 1 };
}

/** As decimal text, for example `-0.05`. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The nearest binary number, for a GraphQL Float; made once, from the exact value. */
export function toFloat(value: Decimal): number {
  return Number(decimalText(value));
}
