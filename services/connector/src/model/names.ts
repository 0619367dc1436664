import { pascalCase, type BiSet } from '@lientinh/bi';
import type { NamesLanguage } from './edm';
import { identifierOf, uniqueNames } from './identifiers';

/** The names of a set in one language; columns and navigations by their names in the contract. */
export interface SetNames {
  readonly set: string;
  readonly type: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly navigations: ReadonlyMap<string, string>;
}

/** The schema and its container; the two service roots have schemas of different names, for they describe different types. */
export const SCHEMA_NAMES: Readonly<Record<NamesLanguage, { readonly namespace: string; readonly container: string }>> =
  {
    en: { namespace: 'LienTinh', container: 'LienTinhData' },
    vi: { namespace: 'LienTinhVi', container: 'LienTinhData' },
  };

/** Names of every set, by its name in the contract: PascalCase of the contract's (`en`), or made from its Vietnamese labels (`vi`). */
export function namesOf(sets: readonly BiSet[], language: NamesLanguage): ReadonlyMap<string, SetNames> {
  const setNames = uniqueNames(sets.map((set) => wishOf(set, language)));
  const members = sets.map((set) => membersOf(set, language));
  const typeNames = typeNamesOf(sets, language, setNames, members);
  return new Map(
    sets.map((set, index) => [
      set.name,
      {
        set: setNames[index] as string,
        type: typeNames[index] as string,
        ...(members[index] as Pick<SetNames, 'columns' | 'navigations'>),
      },
    ]),
  );
}

/** Columns before navigations: a head of a table is seen by more people than the name of a way to another table. */
function membersOf(set: BiSet, language: NamesLanguage): Pick<SetNames, 'columns' | 'navigations'> {
  const members = [...set.columns, ...set.navigations];
  const names = uniqueNames(members.map((member) => wishOf(member, language)));
  const named = members.map(({ name }, index): [string, string] => [name, names[index] as string]);
  return {
    columns: new Map(named.slice(0, set.columns.length)),
    navigations: new Map(named.slice(set.columns.length)),
  };
}

/** A type may be called neither as the container (CSDL 4.01, section 5) nor as one of its own members, which some languages forbid. */
function typeNamesOf(
  sets: readonly BiSet[],
  language: NamesLanguage,
  setNames: readonly string[],
  members: readonly Pick<SetNames, 'columns' | 'navigations'>[],
): readonly string[] {
  const wishes = sets.map((set, index) => {
    const wish = language === 'en' ? pascalCase(set.singular) : (setNames[index] as string);
    const own = [...(members[index]?.columns.values() ?? []), ...(members[index]?.navigations.values() ?? [])];
    const suffix = language === 'en' ? 'Row' : 'dòng';
    return { wish: uniqueNames([{ wish, suffix }], own)[0] as string, suffix };
  });
  return uniqueNames(wishes, [SCHEMA_NAMES[language].container]);
}

function wishOf(
  { name, label }: Pick<BiSet, 'name' | 'label'>,
  language: NamesLanguage,
): { readonly wish: string; readonly suffix: string } {
  const english = pascalCase(name);
  return { wish: language === 'en' ? english : (identifierOf(label.vi) ?? english), suffix: english };
}
