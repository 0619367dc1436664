import { areaOfHeading } from '../document/reform-area';
import { foldKeepingLength } from '../text/fold';
import { hasAnyPhrase } from '../text/phrases';
import type { AreaBasis, ReformArea } from '../vocabulary';
import type { PartDraft, TaskDraft } from './task-outline';

interface TopicWords {
  readonly area: ReformArea;
  readonly words: readonly string[];
}

/** What a task is about where its part is not printed: words of the work and of the agency in charge. */
const TOPICS: readonly TopicWords[] = [
  { area: 'PUBLIC_FINANCE', words: ['tu chu', 'ngan sach', 'tai chinh', 'kinh phi'] },
  { area: 'ONE_STOP', words: ['mot cua', 'bo phan tiep nhan'] },
  { area: 'CIVIL_SERVICE', words: ['can bo', 'cong chuc', 'vien chuc'] },
  { area: 'ORGANISATION', words: ['bo may', 'bien che', 'phan cap', 'don vi su nghiep'] },
  { area: 'DIGITAL_GOVERNMENT', words: ['cong nghe thong tin', 'phan mem', 'iso', 'truc tuyen', 'chu ky so'] },
  { area: 'INSTITUTIONS', words: ['qppl', 'phap luat', 'the che'] },
  { area: 'PROCEDURES', words: ['thu tuc hanh chinh', 'tthc'] },
];

export interface TaskArea {
  readonly area: ReformArea;
  readonly areaBasis: AreaBasis;
}

/** The areas of tasks: of their printed part, or, where its heading was lost, what most tasks of the part are about. */
export function areasOfTasks(drafts: readonly TaskDraft[]): TaskArea[] {
  const votes = new Map<PartDraft, ReformArea[]>();
  for (const draft of drafts) {
    const topic = topicOf(draft);
    if (topic !== null) votes.set(draft.part, [...(votes.get(draft.part) ?? []), topic]);
  }
  return drafts.map((draft) => {
    const printed = draft.part.title === null ? null : areaOfHeading(foldKeepingLength(draft.part.title));
    if (printed !== null) return { area: printed, areaBasis: 'SECTION' };
    const topic = draft.part.implied ? mostFrequent(votes.get(draft.part) ?? []) : topicOf(draft);
    return topic === null ? { area: 'STEERING', areaBasis: 'GENERAL' } : { area: topic, areaBasis: 'TOPIC' };
  });
}

function topicOf(draft: TaskDraft): ReformArea | null {
  const [product] = draft.products;
  const words = foldKeepingLength([draft.content, product?.product, product?.lead].filter((text) => text).join(' '));
  return TOPICS.find((entry) => hasAnyPhrase(words, entry.words))?.area ?? null;
}

/** The first of the values that occur most often. */
function mostFrequent(values: readonly ReformArea[]): ReformArea | null {
  const count = (value: ReformArea): number => values.filter((other) => other === value).length;
  return values.reduce<ReformArea | null>(
    (best, value) => (best === null || count(value) > count(best) ? value : best),
    null,
  );
}
