import type { Resource } from './check/resource';
import type { TypedExpansion, TypedQuery } from './typed/query';

/** Fragment of the context URL (OData 4.01 Part 1, 10): the set and what is selected and expanded of it. */
export function contextFragment({ steps, single, property, form }: Resource, query: TypedQuery): string {
  const set = steps.at(-1)?.set.name ?? '';
  if (form === 'COUNT') return '$count';
  if (form === 'REFERENCE') return single ? '$ref' : 'Collection($ref)';
  if (property !== null) return `${entityText(steps)}/${property.name}`;
  const fields = fieldList(query);
  const list = fields.length === 0 ? '' : `(${fields.join(',')})`;
  return `${set}${list}${single ? '/$entity' : ''}`;
}

/** The row that a property is of: by its key, or by the way to it from the last row of the address that has a key. */
function entityText(steps: Resource['steps']): string {
  const from = Math.max(
    0,
    steps.findLastIndex(({ key }) => key !== null),
  );
  const way = steps.slice(from + 1).map(({ navigation }) => navigation?.name ?? '');
  return [`${steps[from]?.set.name ?? ''}${keyText(steps[from]?.key ?? null)}`, ...way].join('/');
}

function keyText(key: Resource['steps'][number]['key']): string {
  if (key === null) return '';
  const values = [...key].map(([property, { type, text }]) => {
    const value =
      type === 'Edm.String' ? `'${encodeURIComponent(text.replaceAll("'", "''"))}'` : encodeURIComponent(text);
    return key.size === 1 ? value : `${property.name}=${value}`;
  });
  return `(${values.join(',')})`;
}

function fieldList(query: TypedQuery): readonly string[] {
  const named = query.selected || query.result.shape.kind === 'groups' || query.outputs.some(isComputed);
  return [...(named ? selectedNames(query) : []), ...query.expansions.flatMap(expandedNames)];
}

const isComputed = (output: TypedQuery['outputs'][number]): boolean => output.kind === 'computed';

function selectedNames({ outputs, result }: TypedQuery): readonly string[] {
  const columns = result.shape.kind === 'groups' ? result.shape.columns : [];
  const paths = outputs.map((output): readonly string[] =>
    output.kind === 'property'
      ? [output.property.name]
      : output.kind === 'computed'
        ? [output.name]
        : (columns[output.place]?.path ?? []),
  );
  return nested(paths);
}

/** `Province/NameVi` and `Province/Code` are `Province(NameVi,Code)`. */
function nested(paths: readonly (readonly string[])[]): readonly string[] {
  const names = [...new Set(paths.map(([first = '']) => first))];
  return names.map((name) => {
    const inner = paths.filter(([first, ...rest]) => first === name && rest.length > 0).map((path) => path.slice(1));
    return inner.length === 0 ? name : `${name}(${nested(inner).join(',')})`;
  });
}

function expandedNames({ navigation, form, query }: TypedExpansion): readonly string[] {
  if (form === 'count') return [];
  return [form === 'references' ? `${navigation.name}/$ref` : `${navigation.name}(${fieldList(query).join(',')})`];
}
