import { announce } from './dom.js';

/** Words of copying. */
export interface CopyWords {
  readonly copied: string;
  readonly copyFailed: string;
}

/** Makes every button with `data-copy` put that text on the clipboard, and say so where screen readers hear it. */
export function enableCopying(words: CopyWords): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null;
    const text = button?.dataset['copy'];
    if (button === null || text === undefined) return;
    void copy(text).then((done) => tell(button, done ? words.copied : words.copyFailed));
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS browsers have no clipboard of this kind.
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way in pages that came without TLS
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

const TOLD_MS = 2500;

function tell(button: HTMLElement, words: string): void {
  announce(words);
  const before = button.dataset['label'] ?? button.textContent;
  button.dataset['label'] = before;
  button.textContent = words;
  setTimeout(() => (button.textContent = before), TOLD_MS);
}
