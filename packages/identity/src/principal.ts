import type { Dataset, ProvinceCode } from '@lientinh/contracts';

export const ROLES = ['viewer', 'analyst', 'publisher', 'admin'] as const;
/** viewer: no token, published data. analyst: reads everything. publisher: gives data. admin: keeps the publishers' registry. */
export type Role = (typeof ROLES)[number];

/** Nobody in particular: a request without a token. */
export interface Viewer {
  readonly role: 'viewer';
}

/** Somebody of the ministry who reads everything, self-assessed scores of every province included. */
export interface Analyst {
  readonly role: 'analyst';
  /** Id of the client at the issuer. */
  readonly client: string;
}

/** A system that gives data, and what it may give. */
export interface Publisher {
  readonly role: 'publisher';
  /** Id of the client at the issuer. */
  readonly client: string;
  /** Id in the publishers' registry. Several clients may act for one publisher. */
  readonly publisherId: string;
  /**
   * The one province it speaks for; `null` when it speaks for the whole country. The right holds for the code, whichever unit bears it:
   * seven codes passed to another name on 2025-07-01, and the publisher of a code is its present administration.
   */
  readonly provinceCode: ProvinceCode | null;
  readonly datasets: readonly Dataset[];
  /** Codes of the indices whose scores it may give; matters only with the data set SCORES. */
  readonly indices: readonly string[];
  /** It also reads as an analyst does (the ministry, which appraises what the provinces claim). */
  readonly seesEverything: boolean;
}

/** Keeps the publishers' registry; neither publishes nor reads more than a viewer. */
export interface Admin {
  readonly role: 'admin';
  /** Id of the client at the issuer. */
  readonly client: string;
}

/** Who asks, as far as rights go. Frozen: one principal serves every request that brings its token. */
export type Principal = Viewer | Analyst | Publisher | Admin;

export const VIEWER: Viewer = Object.freeze({ role: 'viewer' });
