import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

/** A real process of the product under test. */
export interface RunningProcess {
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  output(): string;
  /** Ends it and waits. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `node script` and resolves when `isReady` does; throws with its output when it exits before. */
export async function startProcess(
  script: string,
  environment: Readonly<Record<string, string>>,
  isReady: () => Promise<boolean>,
): Promise<RunningProcess> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isReady().catch(() => false))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${script} exited before it was ready:\n${output}`);
    await delay(25);
  }
  return {
    child,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}
