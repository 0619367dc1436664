import { withDeadline } from '../hooks/timeout';
import { subgraphTimeout } from '../gateway.errors';
import type { SubgraphConnection } from '../subgraphs/connections';

/** One part of the platform and whether it answers. */
export interface PartReadiness {
  readonly part: string;
  readonly ready: boolean;
  /** Why not, in words that name no address. */
  readonly reason?: string;
}

/** Whether everything that an answer may need is there. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: readonly PartReadiness[];
}

/** `ready` when every part is. */
export function summarise(parts: readonly PartReadiness[]): Readiness {
  return { ready: parts.every(({ ready }) => ready), parts };
}

/** Asks a subgraph's own `/health/ready`. Never throws. */
export async function probeSubgraph(connection: SubgraphConnection, timeoutMs: number): Promise<PartReadiness> {
  const { service: part, requests, prefix } = connection;
  try {
    const statusCode = await withDeadline(
      timeoutMs,
      () => subgraphTimeout({ service: part, timeoutMs }),
      async (signal) => {
        const answer = await requests.request({ method: 'GET', path: `${prefix}/health/ready`, signal });
        await answer.body.dump();
        return answer.statusCode;
      },
    );
    return statusCode === 200 ? { part, ready: true } : { part, ready: false, reason: `answers ${statusCode}` };
  } catch {
    return { part, ready: false, reason: 'does not answer' };
  }
}
