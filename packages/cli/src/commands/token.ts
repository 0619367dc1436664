import { getToken } from '../credentials';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** `lientinh token`: prints a bearer token. */
export async function tokenCommand(terminal: Terminal, client: string): Promise<ExitStatus> {
  terminal.out((await getToken(terminal, client)).token);
  return EXIT.DONE;
}
