/** A function that parses on its first call and answers every later call with the same value. */
export function parsedOnce<Value>(parse: () => Value): () => Value {
  let parsed: { readonly value: Value } | null = null;
  return () => {
    parsed ??= { value: parse() };
    return parsed.value;
  };
}
