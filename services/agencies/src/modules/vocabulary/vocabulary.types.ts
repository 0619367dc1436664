import { registerEnumType } from 'type-graphql';
import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS, LANGUAGES, PROVINCE_KINDS, REGIONS } from '@lientinh/contracts';

/** An enum object of a list of codes, as type-graphql wants it. */
function enumOf<Code extends string>(codes: readonly Code[]): { readonly [C in Code]: C } {
  return Object.fromEntries(codes.map((code) => [code, code])) as { readonly [C in Code]: C };
}

export const LanguageType = enumOf(LANGUAGES);
registerEnumType(LanguageType, { name: 'Language', description: 'Language of names and messages. | Ngôn ngữ.' });

export const RegionType = enumOf(REGIONS);
registerEnumType(RegionType, {
  name: 'Region',
  description: 'Socio-economic region in which a province lies. | Vùng kinh tế - xã hội.',
});

export const ProvinceKindType = enumOf(PROVINCE_KINDS);
registerEnumType(ProvinceKindType, {
  name: 'ProvinceKind',
  description: 'Province or centrally-run city. | Tỉnh hoặc thành phố trực thuộc trung ương.',
});

export const AdministrativeLevelType = enumOf(ADMINISTRATIVE_LEVELS);
registerEnumType(AdministrativeLevelType, {
  name: 'AdministrativeLevel',
  description: 'Level of government. Districts were abolished on 2025-07-01. | Cấp hành chính.',
});

export const AgencyKindType = enumOf(AGENCY_KINDS);
registerEnumType(AgencyKindType, {
  name: 'AgencyKind',
  description: 'What sort of body an agency is; GROUP names many at once (all departments). | Loại cơ quan.',
});
