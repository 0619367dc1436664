import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DATASETS, inLanguage, type Dataset, type Language } from '@lientinh/contracts';
import { Instant, Node } from '@lientinh/subgraph';
import type { RowProblem } from './problems';
import type { PublishOutcome } from './publish';
import type { PublicationRecord } from './publishing.store';

export const AssignableDataset = Object.fromEntries(DATASETS.map((dataset) => [dataset, dataset])) as {
  [D in Dataset]: D;
};
registerEnumType(AssignableDataset, {
  name: 'Dataset',
  description: 'What can be published; each has its own ledger.',
});

export const PublicationStatus = {
  ACCEPTED: 'ACCEPTED',
  REJECTED: 'REJECTED',
  RETRACTED: 'RETRACTED',
  SUPERSEDED: 'SUPERSEDED',
  DRY_RUN: 'DRY_RUN',
} as const;
export type PublicationStatus = keyof typeof PublicationStatus;
registerEnumType(PublicationStatus, {
  name: 'PublicationStatus',
  description: 'SUPERSEDED: accepted once, and every row has been replaced since.',
});

@Directive('@key(fields: "id")')
@ObjectType('Province', {
  implements: Node,
  description: 'A province over one stretch of time; its fields come from the agencies subgraph.',
})
export class ProvinceReference implements Node {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Publisher', {
  implements: Node,
  description: 'Who publishes; its own fields come from the publications subgraph.',
})
export class PublisherReference implements Node {
  @Field(() => ID)
  readonly id!: string;
}

@Directive('@key(fields: "id")')
@Directive('@shareable')
@ObjectType({ implements: Node, description: 'One publication of one data set: all its rows or none.' })
export class Publication implements Node {
  @Field(() => ID, { description: 'Data set and place in its ledger, for example scores-17.' })
  readonly id!: string;

  @Field(() => AssignableDataset)
  readonly dataset!: Dataset;

  @Field(() => PublisherReference)
  readonly publisher!: PublisherReference;

  @Field(() => ProvinceReference, {
    nullable: true,
    description: 'The province it speaks for; null for the whole country.',
  })
  readonly province!: ProvinceReference | null;

  @Field(() => PublicationStatus)
  readonly status!: PublicationStatus;

  @Field(() => Instant, { description: 'When it became durable.' })
  readonly receivedAt!: string;

  @Field(() => Int)
  readonly rowCount!: number;

  @Field(() => String, {
    description:
      'SHA-256 of what was sent (`sha256:…`). Where the rows are not for everybody, a commitment to it (`sha256-salted:…`) that only the receipt opens.',
  })
  readonly contentHash!: string;

  @Field(() => Publication, { nullable: true, description: 'The latest publication that lost rows to this one.' })
  readonly supersedes!: Publication | null;

  @Field(() => Instant, { nullable: true })
  readonly retractedAt!: string | null;

  @Field(() => String, { nullable: true })
  readonly retractionReason!: string | null;

  @Field(() => Int, { description: "Place in its data set's append-only ledger." })
  readonly ledgerSequence!: number;

  @Field(() => String, { description: 'SHA-256 over the entry and the hash of the entry before it.' })
  readonly ledgerHash!: string;
}

@Directive('@shareable')
@ObjectType('RowProblem', { description: 'What is wrong with one field of one row.' })
export class RowProblemType {
  @Field(() => Int, {
    nullable: true,
    description: '0-based place in the list that was sent; null when the whole input is meant.',
  })
  readonly row!: number | null;

  @Field(() => String, { description: 'The field.' })
  readonly path!: string;

  @Field(() => String, { description: 'Stable, machine-readable; see the error reference.' })
  readonly code!: string;

  @Field(() => String, { description: 'For a person, in Vietnamese or English as Accept-Language asks.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: 'What was sent.' })
  readonly value!: string | null;
}

@Directive('@shareable')
@ObjectType({ description: 'What became of a publish or retract mutation.' })
export class PublicationReceipt {
  @Field(() => Publication, { nullable: true, description: 'Null when nothing was written.' })
  readonly publication!: Publication | null;

  @Field(() => PublicationStatus)
  readonly status!: PublicationStatus;

  @Field(() => Int, { description: 'Rows that were written, or would be after a dry run.' })
  readonly acceptedRows!: number;

  @Field(() => [RowProblemType], { description: 'The first 1,000 problems.' })
  readonly problems!: RowProblemType[];

  @Field(() => Boolean, { description: 'The same key and content were accepted before: this is that receipt.' })
  readonly replayed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The receipt signed by the platform (JWS, compact): keep it as evidence.',
  })
  readonly signed!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the rows are not for everybody: the salt of `contentHash`, 64 hexadecimal digits. `signed` has it too. Keep both as secret as the rows: with them a guess can be checked.',
  })
  readonly contentSalt!: string | null;
}

function statusOf({ retractedAt, currentRows }: PublicationRecord): PublicationStatus {
  if (retractedAt !== null) return 'RETRACTED';
  return currentRows === 0 ? 'SUPERSEDED' : 'ACCEPTED';
}

/** The publication as the graph shows it. `supersedes` is resolved by id where it is asked for. */
export function toPublication(record: PublicationRecord): Publication & { readonly supersedesId: string | null } {
  return {
    id: record.publication,
    dataset: record.dataset,
    publisher: { id: record.publisher },
    province: record.province === null ? null : { id: record.province },
    status: statusOf(record),
    receivedAt: record.recordedAt,
    rowCount: record.rowCount,
    contentHash: record.contentHash,
    supersedes: null,
    supersedesId: record.supersedes.at(-1) ?? null,
    retractedAt: record.retractedAt,
    retractionReason: record.retractionReason,
    ledgerSequence: record.sequence,
    ledgerHash: record.hash,
  };
}

/** The receipt of a mutation in the caller's language. */
export function toReceipt(outcome: PublishOutcome, language: Language): PublicationReceipt {
  const { publication, status, acceptedRows, problems, replayed } = outcome;
  return {
    publication: publication === null ? null : toPublication(publication),
    status: publication?.retractedAt ? 'RETRACTED' : status,
    acceptedRows,
    problems: problems.map((problem) => toRowProblem(problem, language)),
    replayed,
    signed: publication?.receipt ?? null,
    contentSalt: publication?.contentSalt ?? null,
  };
}

function toRowProblem({ row, path, code, text, value }: RowProblem, language: Language): RowProblemType {
  return { row, path, code, message: inLanguage(text, language), value };
}
