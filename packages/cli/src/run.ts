import { CommanderError } from 'commander';
import { GraphAnswerError, PlatformUnreachable } from '@lientinh/client';
import { CodedError } from '@lientinh/errors';
import { createProgram } from './program';
import { EXIT, say, type ExitStatus, type Terminal } from './terminal';

/** Runs a command line (without `node` and script); never throws. */
export async function run(terminal: Terminal, parameters: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.DONE;
  try {
    await createProgram(terminal, (ended) => (status = ended)).parseAsync([...parameters], { from: 'user' });
    return status;
  } catch (error) {
    return explain(terminal, error);
  }
}

/** Says what went wrong and what to do; the exit status that it means. */
function explain(terminal: Terminal, error: unknown): ExitStatus {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.DONE : EXIT.NOT_SENT;
  if (error instanceof CodedError) terminal.note(`${error.code}: ${error.messageIn(terminal.language)}`);
  else if (error instanceof GraphAnswerError) return explainRefusal(terminal, error);
  else if (error instanceof PlatformUnreachable) {
    terminal.note(error.message);
    terminal.note(
      say(
        terminal,
        'Hãy kiểm tra bằng "lientinh doctor" rồi chạy lại đúng lệnh này: không có gì bị công bố hai lần.',
        'Look with "lientinh doctor", then repeat this very command: nothing is published twice.',
      ),
    );
  } else terminal.note(error instanceof Error ? error.message : String(error));
  return EXIT.NOT_SENT;
}

function explainRefusal(terminal: Terminal, error: GraphAnswerError): ExitStatus {
  for (const { message, extensions } of error.errors) terminal.note(`${extensions?.code ?? error.status}: ${message}`);
  if (error.errors.length === 0) terminal.note(error.message);
  return error.status >= 500 ? EXIT.NOT_SENT : EXIT.REFUSED;
}
