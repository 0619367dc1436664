import type { PlacedParagraph } from '../document/sections';
import { findScore, splitPast } from '../goals/score-phrases';
import { namesItself } from '../legal/citable-text';
import type { TaskReading } from '../tasks/task';
import { foldKeepingLength } from '../text/fold';
import { lineAt } from '../text/paragraphs';
import { hasAnyPhrase } from '../text/phrases';
import type { TargetPlace } from './target';
import type { TargetText } from './target-text';

const GOAL_WORDS = ['chi tieu', 'muc tieu'];
const TASK_WORDS = ['nhiem vu', 'giai phap', 'to chuc thuc hien'];
const LONGEST_SUBHEADING = 60;

/** The paragraphs of the body that may promise figures. */
export function bodyTexts(placed: readonly PlacedParagraph[]): TargetText[] {
  const texts: TargetText[] = [];
  let place: TargetPlace = 'GOAL';
  for (const { paragraph, section, isHeading } of placed) {
    if (section.region === 'OPENING' || section.region === 'RECIPIENTS' || namesItself(paragraph.folded)) continue;
    if (isHeading || paragraph.text.length <= LONGEST_SUBHEADING) place = placeNamed(paragraph.folded) ?? place;
    if (isHeading) continue;
    const { text, folded } = paragraph;
    texts.push({
      text,
      folded,
      area: section.area,
      statedIn: isCriterion(folded) ? 'CRITERION' : place,
      lineAt: (offset) => lineAt(paragraph, offset),
    });
  }
  return texts;
}

function placeNamed(folded: string): TargetPlace | null {
  if (hasAnyPhrase(folded, TASK_WORDS)) return 'TASK';
  return hasAnyPhrase(folded, GOAL_WORDS) ? 'GOAL' : null;
}

/** A criterion of an index with its points: `…: 0,9 điểm (năm 2018 đạt 0,83/01 điểm)`. */
function isCriterion(folded: string): boolean {
  const { past, goal } = splitPast(folded);
  return past !== null && findScore(goal) !== null;
}

/** The cells of the task tables that may promise figures: contents and products, each line once. */
export function taskTexts(tasks: readonly TaskReading[]): TargetText[] {
  const texts = new Map<string, TargetText>();
  const add = (text: string | null, line: number, task: TaskReading): void => {
    if (text === null || texts.has(`${line} ${text}`)) return;
    texts.set(`${line} ${text}`, {
      text,
      folded: foldKeepingLength(text),
      area: task.area,
      statedIn: 'TASK_TABLE',
      lineAt: () => line,
    });
  };
  for (const task of tasks) {
    add(task.content, task.lines.from, task);
    for (const product of task.products) add(product.name, product.lines.from, task);
  }
  return [...texts.values()];
}
