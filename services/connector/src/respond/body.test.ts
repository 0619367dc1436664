import { beginBody } from './body';
import { CHUNK_CHARACTERS } from './page';

/** Parts of an answer over a source that must be let go of. */
function parts(count: number): { readonly text: AsyncGenerator<string>; readonly letGo: Promise<true> } {
  let tell: (value: true) => void = () => undefined;
  const letGo = new Promise<true>((resolve) => (tell = resolve));
  const text = async function* (): AsyncGenerator<string> {
    try {
      for (let place = 0; place < count; place += 1) yield await Promise.resolve('x'.repeat(CHUNK_CHARACTERS));
    } finally {
      tell(true);
    }
  };
  return { text: text(), letGo };
}

describe('a body', () => {
  it('lets go of its source when it is closed before anybody read of it', async () => {
    const { text, letGo } = parts(3);
    const body = await beginBody(text);
    if (Buffer.isBuffer(body)) throw new Error('a long body comes in parts');
    body.destroy();
    await expect(letGo).resolves.toBe(true);
  });

  it('lets go of its source when it is closed amid its parts, and when it was read to its end', async () => {
    const [amid, whole] = [parts(3), parts(3)];
    for await (const chunk of (await beginBody(amid.text)) as AsyncIterable<Buffer>) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await expect(amid.letGo).resolves.toBe(true);
    let bytes = 0;
    for await (const chunk of (await beginBody(whole.text)) as AsyncIterable<Buffer>) bytes += chunk.length;
    expect(bytes).toBe(3 * CHUNK_CHARACTERS);
    await expect(whole.letGo).resolves.toBe(true);
  });
});
