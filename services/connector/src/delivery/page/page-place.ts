import type { EntitySet } from '../../model/edm';
import type { ConnectedSet } from '../connect-index';
import type { PageLanguage } from './browser/page-data';

/** Where a page is shown, and in which language. */
export interface PagePlace {
  readonly language: PageLanguage;
  /** Path of the server as the browser sees it: empty, or `/prefix`. */
  readonly base: string;
  /** Address of the server for other programs, without a slash at the end. */
  readonly server: string;
}

/** A set in both languages, and the ways to it. */
export interface ShownSet {
  readonly connected: ConnectedSet;
  readonly sets: Readonly<Record<PageLanguage, EntitySet>>;
}
