import type { BiInstallation } from '@lientinh/bi';
import { exactInner } from './columns';
import { comparisonsView } from './comparisons.view';
import { rankedInner } from './ranked.inner';
import { rankingsView } from './rankings.view';
import { referenceInner } from './reference.inner';
import { criteriaView, indicesView } from './reference.views';
import { scoresView, seenScoreInner } from './scores.view';
import { wideViews } from './wide.views';

/** What the database of this subgraph shows to BI tools. */
export const indicatorsBi = (): BiInstallation => ({
  before: [exactInner, seenScoreInner, ...referenceInner(), ...rankedInner()],
  views: [indicesView, criteriaView, scoresView, rankingsView, comparisonsView, ...wideViews()],
});
