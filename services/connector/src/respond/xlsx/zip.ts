import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { fileTooLarge } from '../table/table.errors';

/** A file of an archive; its content is read when its turn comes. */
export interface ZipEntry {
  readonly name: string;
  readonly content: () => AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly plainBytes: number;
}

/** Sizes stand in 32 bits; the 64-bit form is not written, for old readers of streamed archives stumble over it. */
const LARGEST = 0xffffffff;
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** 1980-01-01: archives of the same rows are the same bytes. */
const DOS_DATE = 0x0021;
const LEVEL = 3;

/**
 * A ZIP archive (APPNOTE 6.3.10) chunk by chunk: nothing is held but what is being packed, and nothing is packed before the reader wants
 * it. Throws ODATA_FILE_TOO_LARGE when an entry or the archive passes 4 GiB.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const head = localHeader(name);
    yield head;
    const sizes = yield* pack(entry.content());
    const tail = dataDescriptor(sizes);
    yield tail;
    written.push({ name, offset, ...sizes });
    offset += head.length + sizes.packedBytes + tail.length;
    if (offset > LARGEST) throw fileTooLarge({ format: 'ZIP', limit: '4 GiB' });
  }
  const directory = Buffer.concat(written.map(directoryRecord));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

type Sizes = Pick<Written, 'crc' | 'packedBytes' | 'plainBytes'>;

async function* pack(content: AsyncIterable<string>): AsyncGenerator<Buffer, Sizes> {
  let [crc, packedBytes, plainBytes] = [0, 0, 0];
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8');
      crc = crc32(bytes, crc);
      plainBytes += bytes.length;
      if (plainBytes > LARGEST) throw fileTooLarge({ format: 'ZIP', limit: '4 GiB' });
      yield bytes;
    }
  };
  const deflater = createDeflateRaw({ level: LEVEL, chunkSize: 65_536 });
  const packing = pipeline(Readable.from(counted(), { objectMode: false }), deflater);
  packing.catch(() => undefined); // a failure reaches the loop below by the stream itself
  for await (const chunk of deflater as AsyncIterable<Buffer>) {
    packedBytes += chunk.length;
    yield chunk;
  }
  await packing;
  return { crc, packedBytes, plainBytes };
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DOS_DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function dataDescriptor({ crc, packedBytes, plainBytes }: Sizes): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packedBytes, 8);
  tail.writeUInt32LE(plainBytes, 12);
  return tail;
}

function directoryRecord({ name, offset, crc, packedBytes, plainBytes }: Written): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(FLAGS, 8);
  record.writeUInt16LE(DEFLATE, 10);
  record.writeUInt16LE(DOS_DATE, 14);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packedBytes, 20);
  record.writeUInt32LE(plainBytes, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, name]);
}

function endRecord(count: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
