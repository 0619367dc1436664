import { foldKeepingLength } from '../text/fold';
import type { Paragraph } from '../text/paragraphs';
import type { ReformArea } from '../vocabulary';
import { areaOfHeading } from './reform-area';

/** Where in the document a paragraph stands. */
export interface Section {
  /** Roman number of the part: `II`. */
  readonly part: string | null;
  /** Arabic number of the heading: `2.1`. */
  readonly number: string | null;
  readonly title: string | null;
  readonly area: ReformArea | null;
  readonly region: Region;
}

export type Region = 'OPENING' | 'BODY' | 'RECIPIENTS' | 'APPENDIX';

export interface PlacedParagraph {
  readonly paragraph: Paragraph;
  readonly section: Section;
  readonly isHeading: boolean;
}

const LONGEST_HEADING = 200;
const LONGEST_PART_HEADING = 250;

const START: Section = { part: null, number: null, title: null, area: null, region: 'OPENING' };

/** Gives every paragraph the headings above it. */
export function placeParagraphs(paragraphs: readonly Paragraph[]): PlacedParagraph[] {
  const areas = new Map<string, ReformArea | null>();
  let section = START;
  return paragraphs.map((paragraph) => {
    const heading = isHeading(paragraph);
    section = sectionAt(section, paragraph, heading, areas);
    return { paragraph, section, isHeading: heading };
  });
}

/** `II. …`, `2. …`, `2.1. …`: short, no sentence, no figure promised in it. */
export function isHeading(paragraph: Paragraph): boolean {
  const { marker, text } = paragraph;
  if (marker.kind === 'ROMAN') return text.length <= LONGEST_PART_HEADING;
  if (marker.kind !== 'ARABIC' || text.length > LONGEST_HEADING) return false;
  return !text.endsWith(';') && !text.includes('%');
}

function sectionAt(
  current: Section,
  paragraph: Paragraph,
  heading: boolean,
  areas: Map<string, ReformArea | null>,
): Section {
  const region = regionAt(current.region, paragraph);
  if (region === 'APPENDIX' && current.region !== 'APPENDIX') areas.clear();
  if (region !== current.region && region !== 'BODY') return { ...START, region };
  if (!heading) return region === current.region ? current : { ...current, region };
  const { kind, label } = paragraph.marker;
  const title = paragraph.text.slice(paragraph.marker.body);
  const named = areaOfHeading(foldKeepingLength(title));
  if (kind === 'ROMAN') {
    areas.clear();
    areas.set('', named);
    return { part: label, number: null, title, area: named, region };
  }
  const parent = label.includes('.') ? label.slice(0, label.lastIndexOf('.')) : '';
  const area = named ?? areas.get(parent) ?? null;
  areas.set(label, area);
  return { part: current.part, number: label, title, area, region };
}

function regionAt(current: Region, paragraph: Paragraph): Region {
  const { folded, marker } = paragraph;
  if (folded.startsWith('noi nhan')) return 'RECIPIENTS';
  if (folded === 'phu luc' || folded.startsWith('phu luc ') || folded.startsWith('phu luc:')) {
    return folded.length <= 80 ? 'APPENDIX' : current;
  }
  if (current === 'RECIPIENTS' && folded === 'ke hoach') return 'OPENING';
  if (current === 'OPENING' && marker.kind === 'ROMAN') return 'BODY';
  return current;
}
