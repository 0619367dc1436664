import { isUtf8 } from 'node:buffer';

/** Length of the UTF-8 sequence that a byte opens; 1 for bytes that open none. */
function sequenceLength(lead: number): number {
  if (lead >= 0xf0 && lead < 0xf8) return 4;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xc0 && lead < 0xe0 ? 2 : 1;
}

/** How many bytes at the end belong to a sequence that goes on in the next chunk (0 to 3). */
function unfinishedBytes(chunk: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Place of the first byte that is not part of valid UTF-8. */
function firstInvalid(bytes: Uint8Array): number {
  let place = 0;
  while (place < bytes.length) {
    const end = place + sequenceLength(bytes[place] ?? 0);
    if (end > bytes.length || !isUtf8(bytes.subarray(place, end))) return place;
    place = end;
  }
  return place;
}

/** Watches a stream of chunks for bytes that are not UTF-8; holds three bytes at most. */
export class Utf8Watch {
  #pending = Buffer.alloc(0);
  #seenManyBytes = false;

  /** Whether characters of several bytes were seen, all of them sound: then the text is UTF-8 with a damage, if anything. */
  get seenManyBytes(): boolean {
    return this.#seenManyBytes;
  }

  /** Place in the chunk of the first byte that is not UTF-8 (0 when it began in the chunk before), or null. */
  push(chunk: Buffer): number | null {
    const wanted = this.#pending.length === 0 ? 0 : sequenceLength(this.#pending[0] ?? 0) - this.#pending.length;
    const opened = Buffer.concat([this.#pending, chunk.subarray(0, wanted)]);
    if (chunk.length < wanted) {
      if (opened.subarray(1).some((byte) => (byte & 0xc0) !== 0x80)) return 0;
      this.#pending = opened;
      return null;
    }
    if (!isUtf8(opened)) return 0;
    const end = Math.max(wanted, chunk.length - unfinishedBytes(chunk.subarray(wanted)));
    const middle = chunk.subarray(wanted, end);
    if (!isUtf8(middle)) return wanted + firstInvalid(middle);
    this.#seenManyBytes ||= opened.length > 0 || middle.some((byte) => byte >= 0x80);
    this.#pending = Buffer.from(chunk.subarray(end));
    return null;
  }
}

/** Letters and tone marks that Vietnamese needs beyond ASCII, as Windows-1258 spells them, and its quotation marks and dashes. */
const WINDOWS_1258 = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc8, 0xc9, 0xca, 0xcc, 0xcd, 0xd0, 0xd2, 0xd3, 0xd4, 0xd5, 0xd9, 0xda, 0xdd, 0xde, 0xe0,
  0xe1, 0xe2, 0xe3, 0xe8, 0xe9, 0xea, 0xec, 0xed, 0xf0, 0xf2, 0xf3, 0xf4, 0xf5, 0xf9, 0xfa, 0xfd, 0xfe, 0x85, 0x91,
  0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xb0, 0xbb,
]);

/** The line as Windows-1258 reads it, if every byte beyond ASCII would be Vietnamese there; else null. */
export function readAsWindows1258(line: Uint8Array): string | null {
  if (!line.every((byte) => byte < 0x80 || WINDOWS_1258.has(byte))) return null;
  return new TextDecoder('windows-1258').decode(line).normalize('NFC');
}
