import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ADMINISTRATIVE_LEVELS, LANGUAGES } from '@lientinh/contracts';

/** An enum object of a list of codes, as type-graphql wants it. */
function enumOf<Code extends string>(codes: readonly Code[]): { readonly [C in Code]: C } {
  return Object.fromEntries(codes.map((code) => [code, code])) as { readonly [C in Code]: C };
}

export const LanguageType = enumOf(LANGUAGES);
registerEnumType(LanguageType, { name: 'Language', description: 'Language of names and messages. | Ngôn ngữ.' });

export const AdministrativeLevelType = enumOf(ADMINISTRATIVE_LEVELS);
registerEnumType(AdministrativeLevelType, {
  name: 'AdministrativeLevel',
  description: 'Level of government. Districts were abolished on 2025-07-01. | Cấp hành chính.',
});

export const FILING_MODES = ['DIRECT', 'ONLINE', 'POSTAL'] as const;
/** How a dossier reaches the office. */
export type FilingMode = (typeof FILING_MODES)[number];
export const FilingModeType = enumOf(FILING_MODES);
registerEnumType(FilingModeType, {
  name: 'FilingMode',
  description: 'At the counter, online, or by public post. | Cách nộp hồ sơ.',
});

export const INTERLINKED = ['NONE', 'SAME_LEVEL', 'CROSS_LEVEL'] as const;
/** Whether several agencies settle the dossier behind one counter. */
export type Interlinked = (typeof INTERLINKED)[number];
export const InterlinkedType = enumOf(INTERLINKED);
registerEnumType(InterlinkedType, {
  name: 'Interlinked',
  description: 'One counter for several agencies: of the same level, or across levels. | Liên thông.',
});

@Directive('@key(fields: "id")')
@ObjectType('Agency', { description: 'An agency; its own fields come from the agencies subgraph. | Cơ quan.' })
export class AgencyReference {
  @Field(() => ID, { description: 'Province code (or `central`) and the key of the directory.' })
  readonly id!: string;
}
