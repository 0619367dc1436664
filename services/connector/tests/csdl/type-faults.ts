import { isODataIdentifier } from '../../src/model/identifiers';
import { attribute, childrenOf, type Element } from './element';

const KEY_TYPES = [
  'String',
  'Boolean',
  'Int32',
  'Int64',
  'Decimal',
  'Date',
  'DateTimeOffset',
  'TimeOfDay',
  'Duration',
  'Guid',
];
const PRIMITIVE_TYPES = [...KEY_TYPES, 'Double', 'Single', 'Int16', 'Byte', 'SByte', 'Binary', 'Stream'].map(
  (type) => `Edm.${type}`,
);
/** Types that each facet is for (CSDL 4.01, section 7.2). */
const FACETS: Readonly<Record<string, readonly string[]>> = {
  MaxLength: ['Edm.String', 'Edm.Binary', 'Edm.Stream'],
  Unicode: ['Edm.String'],
  Precision: ['Edm.Decimal', 'Edm.DateTimeOffset', 'Edm.Duration', 'Edm.TimeOfDay'],
  Scale: ['Edm.Decimal'],
};

/** What is wrong with an entity type by itself: its names, its key, the types and facets of its properties. */
export function typeFaults(type: Element): readonly string[] {
  const name = attribute(type, 'Name');
  const properties = childrenOf(type, 'Property');
  const members = [...properties, ...childrenOf(type, 'NavigationProperty')].map((member) => attribute(member, 'Name'));
  return [
    ...[name, ...members].filter((one) => !isODataIdentifier(one)).map((one) => `"${one}" is no identifier`),
    ...members.filter((one, index) => members.indexOf(one) !== index).map((one) => `${one} is there twice`),
    ...(members.includes(name) ? [`a member is called ${name} as the type`] : []),
    ...keyFaults(type, properties),
    ...properties.flatMap((property) =>
      propertyFaults(property).map((fault) => `${attribute(property, 'Name')}: ${fault}`),
    ),
  ].map((fault) => `type ${name}: ${fault}`);
}

function keyFaults(type: Element, properties: readonly Element[]): readonly string[] {
  const references = childrenOf(type, 'Key').flatMap((key) => childrenOf(key, 'PropertyRef'));
  if (references.length === 0) return ['no key'];
  return references.flatMap((reference) => {
    const name = attribute(reference, 'Name');
    const property = properties.find((one) => attribute(one, 'Name') === name);
    if (property === undefined) return [`its key has no property ${name}`];
    return [
      ...(property.attributes['Nullable'] === 'false' ? [] : [`${name} is of the key and may be null`]),
      ...(KEY_TYPES.includes(attribute(property, 'Type').replace('Edm.', '')) ? [] : [`${name} cannot be of a key`]),
    ];
  });
}

function propertyFaults({ attributes }: Element): readonly string[] {
  const type = attributes['Type'] ?? '';
  return [
    ...(PRIMITIVE_TYPES.includes(type) ? [] : [`no type ${type}`]),
    ...Object.entries(FACETS)
      .filter(([facet, types]) => attributes[facet] !== undefined && !types.includes(type))
      .map(([facet]) => `${facet} is not for ${type}`),
    ...['Nullable', 'Unicode']
      .filter((name) => !['true', 'false', undefined].includes(attributes[name]))
      .map((name) => `${name} is not true or false`),
    ...numberFaults(attributes),
  ];
}

/** A length of 1 at least, a precision of 1 at least (12 at most for times), a scale of at most the precision, or `variable`. */
function numberFaults(attributes: Readonly<Record<string, string>>): readonly string[] {
  const { MaxLength, Precision, Scale, Type } = attributes;
  const whole = (text: string | undefined, least: number, most: number): boolean =>
    text === undefined || (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most);
  const [leastPrecision, mostPrecision] = Type === 'Edm.Decimal' ? [1, Number.MAX_SAFE_INTEGER] : [0, 12];
  return [
    ...(whole(MaxLength, 1, Number.MAX_SAFE_INTEGER) ? [] : [`MaxLength ${String(MaxLength)}`]),
    ...(whole(Precision, leastPrecision, mostPrecision) ? [] : [`Precision ${String(Precision)}`]),
    ...(Scale === 'variable' || whole(Scale, 0, Number(Precision ?? Scale)) ? [] : [`Scale ${String(Scale)}`]),
    ...(Type === 'Edm.Decimal' && Scale === undefined ? ['a decimal without Scale is an integer'] : []),
  ];
}
