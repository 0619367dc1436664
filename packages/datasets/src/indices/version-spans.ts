import type { FrameworkVersion } from './index-source';

interface YearSpan {
  readonly validFromYear: number;
  readonly validToYear: number | null;
}

/** Versions that begin wherever a span begins or has just ended; the last is open. Named `<prefix>-<first year>`. */
export function versionsFromSpans(prefix: string, spans: readonly YearSpan[]): readonly FrameworkVersion[] {
  const starts = new Set<number>();
  for (const span of spans) {
    starts.add(span.validFromYear);
    if (span.validToYear !== null) starts.add(span.validToYear + 1);
  }
  const years = [...starts].sort((a, b) => a - b);
  return years.map((validFromYear, place) => {
    const next = years[place + 1];
    return { version: `${prefix}-${validFromYear}`, validFromYear, validToYear: next === undefined ? null : next - 1 };
  });
}
