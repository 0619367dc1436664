/** How much control information a JSON answer has (OData JSON Format 4.01, section 3.1). */
export type MetadataLevel = 'none' | 'minimal' | 'full';

/** The variant of JSON that was asked for. */
export interface JsonFlavour {
  readonly metadata: MetadataLevel;
  /** 64-bit integers and decimals as strings, for those whose numbers are IEEE 754 doubles. */
  readonly ieee754Compatible: boolean;
  /** Of the protocol: control information has the prefix `odata.` in 4.0. */
  readonly version: '4.0' | '4.01';
}

/** `@odata.count` in 4.0, `@count` in 4.01. */
export const control = (flavour: JsonFlavour, name: string): string =>
  flavour.version === '4.0' ? `@odata.${name}` : `@${name}`;

/** Content-Type of an answer; parameters of 4.0 have the prefix `odata.` (`IEEE754Compatible` never has). */
export function jsonContentType({ metadata, ieee754Compatible, version }: JsonFlavour): string {
  const prefix = version === '4.0' ? 'odata.' : '';
  return [
    'application/json',
    `${prefix}metadata=${metadata}`,
    `${prefix}streaming=true`,
    `IEEE754Compatible=${ieee754Compatible}`,
    'charset=utf-8',
  ].join(';');
}
