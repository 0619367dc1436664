import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** How a secret begins: programs that look for leaked secrets know it by this, and no client secret is taken for one. */
const PREFIX = 'lientinh_';
const RANDOM_BYTES = 32;
const FORM = /^lientinh_[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 random bits. It is shown once and not kept. */
export function createKeySecret(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** Whether a password has the form of a workbook key's secret. */
export function isKeySecret(password: string): boolean {
  return FORM.test(password);
}

/** What is kept of a secret: its SHA-256, 32 bytes. 256 random bits cannot be guessed, so nothing slower is needed. */
export function hashKeySecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares in a time that does not depend on where they differ. */
export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
