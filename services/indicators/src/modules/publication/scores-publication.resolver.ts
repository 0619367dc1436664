import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import {
  mayPublish,
  mayPublishDataset,
  notPermitted,
  throwIfRefused,
  type Principal,
  type Publisher,
  type PublishRequest,
} from '@lientinh/identity';
import {
  contentHash,
  ProblemReport,
  PublicationReceipt,
  publish,
  requireRegistered,
  retract,
  rowsMissing,
  tooManyRows,
  toReceipt,
  type JsonValue,
  type PublishSteps,
  type Submission,
} from '@lientinh/publishing';
import { Access, type RequestContext } from '@lientinh/subgraph';
import type { IndicatorsServices } from '../../services';
import { provinceOf } from './scores-bulk';
import { checkScores, restoreScores, storeScores } from './scores-dataset';
import { confidentialityOf, type ScoresHeader, type ScoreText } from './scores-header';
import { PublishScoresInput, type ScoreInput } from './scores-input.types';
import { headerProblems } from './scores-problems.rules';
import { stageScores } from './scores-staging.store';

/** Rows of one mutation at most; more go through the bulk door. */
const ROWS_LIMIT = 20_000;

@Resolver()
export class ScoresPublicationResolver {
  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Publishes scores of one index and year: all rows or none. They replace what was stated for the same cells with the same status and source. | Công bố điểm chỉ số.',
  })
  async publishScores(
    @Arg('input', () => PublishScoresInput, { description: 'The scores and what they have in common.' })
    input: PublishScoresInput,
    @Ctx() context: RequestContext<IndicatorsServices>,
  ): Promise<PublicationReceipt> {
    const { scores } = input;
    if (scores.length > ROWS_LIMIT) throw tooManyRows({ rows: scores.length, limit: ROWS_LIMIT });
    const publisher = requirePublisher(context.principal);
    if (scores.length === 0) throw rowsMissing({});
    const header = toHeader(input);
    const { signer, registry } = context.services.office;
    const rights = headerProblems(header).length === 0 ? rightsTo(header, scores) : [];
    rights.forEach((right) => throwIfRefused(mayPublish(publisher, right)));
    await requireRegistered(registry, publisher, 'SCORES', rights);
    const submission = toSubmission(input, header, publisher);
    const rows = scores.map(toScoreText);
    const steps: PublishSteps = {
      async stage(writer) {
        const problems = new ProblemReport();
        await stageScores(writer, rows);
        await checkScores(writer, header, problems);
        const content = { scope: submission.scope, rows: rows as unknown as JsonValue };
        return { rowCount: rows.length, contentHash: contentHash(content), problems };
      },
      store: (writer, place) => storeScores(writer, header, place),
    };
    const outcome = await publish(context.database, submission, steps, signer);
    return toReceipt(outcome, context.language);
  }

  @Access('publisher')
  @Mutation(() => PublicationReceipt, {
    description:
      'Takes a publication of scores back: its rows stop being current, what it superseded is current again, its history stays. | Thu hồi.',
  })
  async retractScores(
    @Arg('publication', () => ID, { description: 'Id of the publication, for example scores-17.' }) publication: string,
    @Arg('reason', () => String, { description: 'Stays in the ledger; 1 to 1,000 characters.' }) reason: string,
    @Ctx() context: RequestContext<IndicatorsServices>,
  ): Promise<PublicationReceipt> {
    const publisher = requirePublisher(context.principal);
    await requireRegistered(context.services.office.registry, publisher, 'SCORES');
    const retraction = { dataset: 'SCORES' as const, publisher: publisher.publisherId, publication, reason };
    const outcome = await retract(context.database, retraction, { restore: restoreScores });
    return toReceipt(outcome, context.language);
  }
}

/** The caller as a publisher of scores; throws NOT_AUTHENTICATED or NOT_PERMITTED. */
function requirePublisher(principal: Principal): Publisher {
  throwIfRefused(mayPublishDataset(principal, 'SCORES'));
  if (principal.role !== 'publisher') throw notPermitted({ right: 'ROLE', subject: 'publisher' });
  return principal;
}

function rightsTo({ index, status }: ScoresHeader, scores: readonly ScoreInput[]): PublishRequest[] {
  const provinces = new Set(scores.map((score) => score.province));
  return [...provinces].map((province) => ({ dataset: 'SCORES', province, index, status }));
}

function toHeader({ index, year, status, coverage, standing, source }: PublishScoresInput): ScoresHeader {
  const text = (value: string | null | undefined): string | null => value?.trim() || null;
  return {
    index,
    year,
    status,
    coverage: coverage ?? 'PARTIAL',
    standing: standing ?? 'OFFICIAL',
    source: source ? { document: text(source.document), url: text(source.url) } : null,
  };
}

function toSubmission(input: PublishScoresInput, header: ScoresHeader, publisher: Publisher): Submission {
  return {
    dataset: 'SCORES',
    publisher: publisher.publisherId,
    province: provinceOf(publisher, header.year),
    idempotencyKey: input.idempotencyKey,
    dryRun: input.dryRun ?? false,
    scope: { ...header },
    confidential: confidentialityOf(header),
  };
}

function toScoreText(score: ScoreInput): ScoreText {
  const text = (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : String(value);
  return {
    province: score.province,
    criterion: score.criterion,
    value: String(score.value),
    maxScore: text(score.maxScore),
    method: score.method ?? null,
    publishedRank: text(score.publishedRank),
    publishedRankedAmong: text(score.publishedRankedAmong),
  };
}
