import { existsSync, readFileSync } from 'node:fs';
import { GraphAnswerError, operation } from '@lientinh/client';
import { inputNotUsable } from '../cli.errors';
import { connect } from '../credentials';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** `lientinh query`: prints the data of an operation as JSON; errors go beside, with what data there is. */
export async function queryCommand(
  terminal: Terminal,
  fileOrText: string,
  options: { readonly variables?: string; readonly as?: string },
): Promise<ExitStatus> {
  const text = existsSync(fileOrText) ? readFileSync(fileOrText, 'utf8') : fileOrText;
  const client = await connect(terminal, options.as);
  try {
    const data = await client.query(operation<unknown, object>(text), readVariables(options.variables));
    terminal.out(JSON.stringify(data, null, 2));
    return EXIT.DONE;
  } catch (error) {
    if (!(error instanceof GraphAnswerError)) throw error;
    if (error.data !== null && error.data !== undefined) terminal.out(JSON.stringify(error.data, null, 2));
    for (const { message, path, extensions } of error.errors) {
      terminal.note(`${extensions?.code ?? 'ERROR'}${path === undefined ? '' : ` (${path.join('.')})`}: ${message}`);
    }
    return EXIT.REFUSED;
  }
}

function readVariables(text: string | undefined): object {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(existsSync(text) ? readFileSync(text, 'utf8') : text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // told below
  }
  throw inputNotUsable({
    what: {
      vi: '--variables phải là một đối tượng JSON, hoặc tệp chứa nó.',
      en: '--variables must be a JSON object, or a file with one.',
    },
  });
}
