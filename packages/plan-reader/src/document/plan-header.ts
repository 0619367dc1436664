import { canonicalAgencyName } from '@lientinh/agency-names';
import { type PlanReadingFinding, finding } from '../findings/finding';
import type { PlanHeader } from '../plan-reading';
import { toIsoDate, toIsoMonth } from '../quantities/dates';
import type { Paragraph } from '../text/paragraphs';
import type { LineSpan, SourceLine } from '../text/source-lines';
import {
  type Located,
  type ParentDocument,
  type TitleReading,
  readIssuer,
  readOwnNumber,
  readParentDocuments,
  readPlaceAndDate,
  readSigner,
} from './header';
import { letterheadParagraphs } from './letterhead';
import { type ProvinceMatch, type ProvinceNameResolver, findProvince, resolveLongest } from './province-name';

export interface HeaderReading {
  readonly header: PlanHeader;
  readonly findings: readonly PlanReadingFinding[];
}

/** Puts the header together from the head, the appendix headings and the foot of the document. */
export function readHeader(
  title: Located<TitleReading>,
  paragraphs: readonly Paragraph[],
  lines: readonly SourceLine[],
  provinces: ProvinceNameResolver,
): HeaderReading {
  const head = [...letterheadParagraphs(lines, title.lines.from), ...paragraphs];
  const own = readOwnNumber(head);
  const dated = readPlaceAndDate(head);
  const parents = readParentDocuments(paragraphs);
  const decision = parents.find((parent) => parent.value.isDecision && parent.value.number !== null);
  const plan = parents.find((parent) => !parent.value.isDecision);
  const issuer = readIssuer(paragraphs);
  const signer = readSigner(lines);
  const issuedOn = toIsoDate(dated?.value.date ?? null) ?? plan?.value.issuedOn ?? null;
  const place = dated === null ? null : resolveLongest(dated.value.place, issuedOn, provinces);
  const province = provinceOf(title, issuer, parents, paragraphs, issuedOn, provinces) ?? place;
  const { period } = title.value;
  const header: PlanHeader = {
    number: own?.value.number ?? plan?.value.number ?? null,
    approvingDecision:
      decision?.value.number === undefined || decision.value.number === null
        ? null
        : { number: decision.value.number, issuedOn: decision.value.issuedOn },
    kind: title.value.kind,
    title: title.value.text,
    issuer: issuer?.value ?? null,
    issuerCanonical: issuer === null ? null : withProvince(canonicalAgencyName(issuer.value), province),
    province,
    issuedOn,
    issuedMonth: issuedOn?.slice(0, 7) ?? toIsoMonth(dated?.value.date ?? null) ?? plan?.value.issuedMonth ?? null,
    periodFrom: period?.from ?? null,
    periodTo: period?.to ?? null,
    signer: signer?.value.name ?? null,
    signerTitle: signer?.value.title ?? null,
    signerCapacity: signer?.value.capacity ?? null,
    lines: {
      title: title.lines,
      number:
        own?.value.number === null
          ? (plan?.lines ?? own.lines)
          : (own?.lines ?? plan?.lines ?? decision?.lines ?? null),
      issuedOn: dated?.lines ?? plan?.lines ?? null,
      issuer: issuer?.lines ?? null,
      signer: signer?.lines ?? null,
    },
  };
  return { header, findings: headerFindings(header, title.lines, own, dated) };
}

/** Paragraphs in which the province is looked for, after title, issuer and appendix headings. */
const MOST_PARAGRAPHS = 100;

/** The province named in the title, by the issuer, in an appendix heading, or first in the text. */
function provinceOf(
  title: Located<TitleReading>,
  issuer: Located<string> | null,
  parents: readonly Located<ParentDocument>[],
  paragraphs: readonly Paragraph[],
  issuedOn: string | null,
  provinces: ProvinceNameResolver,
): ProvinceMatch | null {
  const on = issuedOn ?? title.value.period?.from ?? null;
  const parentLines = new Set(parents.map((parent) => parent.lines.from));
  const appendices = paragraphs.filter((paragraph) => parentLines.has(paragraph.lines.from));
  const texts = [
    title.value.text,
    issuer?.value ?? '',
    ...appendices.map((paragraph) => paragraph.text),
    ...paragraphs.slice(0, MOST_PARAGRAPHS).map((paragraph) => paragraph.text),
  ];
  for (const text of texts) {
    const match = findProvince(text, on, provinces);
    if (match !== null) return match;
  }
  return null;
}

/** «Ủy ban nhân dân tỉnh» with the province's name; other agencies keep their own. */
function withProvince(canonical: string, province: ProvinceMatch | null): string {
  const bare = canonical === 'Ủy ban nhân dân tỉnh' || canonical === 'Ủy ban nhân dân thành phố';
  return bare && province !== null ? `${canonical} ${province.name}` : canonical;
}

function headerFindings(
  header: PlanHeader,
  titleLines: LineSpan,
  own: Located<{ number: string | null; printed: string }> | null,
  dated: Located<unknown> | null,
): PlanReadingFinding[] {
  const at = (lines: LineSpan | undefined | null): LineSpan[] => [lines ?? titleLines];
  const findings: PlanReadingFinding[] = [];
  if (header.number === null && header.approvingDecision === null) {
    findings.push(finding('PLAN_NUMBER_BLANK', at(own?.lines), 'Kế hoạch không in số.', 'The plan prints no number.'));
  }
  if (header.issuedOn === null && (header.approvingDecision?.issuedOn ?? null) === null) {
    findings.push(
      finding(
        'PLAN_DATE_BLANK',
        at(dated?.lines),
        'Kế hoạch không in đủ ngày ban hành.',
        'The plan prints no full date of issue.',
      ),
    );
  }
  if (header.periodFrom === null) {
    findings.push(
      finding('PLAN_PERIOD_UNREADABLE', at(titleLines), 'Tên kế hoạch không có năm.', 'The title names no year.'),
    );
  }
  if (header.signer === null) {
    findings.push(
      finding('PLAN_SIGNER_UNREADABLE', at(titleLines), 'Không tìm thấy người ký.', 'No signer was found.'),
    );
  }
  if (header.province === null) {
    findings.push(
      finding(
        'PROVINCE_UNKNOWN',
        at(titleLines),
        'Không nhận ra tỉnh của kế hoạch.',
        'The province of the plan was not recognised.',
      ),
    );
  }
  return findings;
}
