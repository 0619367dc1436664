/** Compares one list of a reading with its expectation: which entries are found, and which of their fields agree. */

const fold = (text) =>
  String(text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export { fold };

/** True when `actual` is the expected value or one of the values accepted besides. */
export function agrees(expected, field, actual, same = (left, right) => (left ?? null) === (right ?? null)) {
  const accepted = [expected[field], ...(expected.also_accept?.[field] ?? [])];
  return accepted.some((value) => same(value, actual));
}

/**
 * @param list.fields name → (expected, actual) => boolean
 * @param list.isCandidate (expected, actual) => boolean: may be the same entry
 */
export function compareList(list, expectedEntries, actualEntries) {
  const free = new Set(actualEntries);
  const missing = [];
  const wrong = [];
  const fields = Object.fromEntries(Object.keys(list.fields).map((name) => [name, { right: 0, of: 0 }]));
  let found = 0;
  let correct = 0;
  const required = expectedEntries.filter((entry) => entry.required !== false);
  const ordered = [...required, ...expectedEntries.filter((entry) => entry.required === false)];
  for (const entry of ordered) {
    const candidates = [...free].filter((actual) => list.isCandidate(entry, actual));
    const scored = candidates.map((actual) => ({ actual, failed: failedFields(list, entry, actual) }));
    scored.sort((left, right) => left.failed.length - right.failed.length);
    const [best] = scored;
    if (best !== undefined) free.delete(best.actual);
    if (entry.required === false) continue;
    if (best === undefined) {
      missing.push(entry);
      continue;
    }
    found += 1;
    for (const name of Object.keys(list.fields)) {
      if (entry.uncertain?.includes(name)) continue;
      fields[name].of += 1;
      if (!best.failed.includes(name)) fields[name].right += 1;
    }
    if (best.failed.length === 0) correct += 1;
    else wrong.push({ entry, failed: best.failed, actual: best.actual });
  }
  const ignored = list.isIgnored ?? (() => false);
  const extra = [...free].filter((actual) => !ignored(actual));
  return { required: required.length, found, correct, extra, missing, wrong, fields };
}

function failedFields(list, entry, actual) {
  return Object.entries(list.fields)
    .filter(([name, same]) => !entry.uncertain?.includes(name) && !same(entry, actual))
    .map(([name]) => name);
}

/** Share with two decimals; 1 where there is nothing to divide. */
export function share(part, whole) {
  return whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000;
}
