import { areaOfHeading } from '../document/reform-area';
import { foldKeepingLength } from '../text/fold';
import { hasAnyPhrase } from '../text/phrases';
import type { AreaBasis, ReformArea } from '../vocabulary';
import type { TaskDraft } from './task-outline';

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

/** The area of a task: of its part, or of its own words where the part's heading was lost. */
export function areaOfTask(draft: TaskDraft): { area: ReformArea; areaBasis: AreaBasis } {
  const printed = draft.part.title === null ? null : areaOfHeading(foldKeepingLength(draft.part.title));
  if (printed !== null) return { area: printed, areaBasis: 'SECTION' };
  const [product] = draft.products;
  const words = foldKeepingLength([draft.content, product?.product, product?.lead].filter((text) => text).join(' '));
  const topic = TOPICS.find((entry) => hasAnyPhrase(words, entry.words));
  return topic === undefined ? { area: 'STEERING', areaBasis: 'GENERAL' } : { area: topic.area, areaBasis: 'TOPIC' };
}
