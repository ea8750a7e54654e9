import { count, inCode, listInCode } from '../../text/prose.ts';
import type { AskedReport, Report } from '../report.ts';

/** From so many on it is said. */
const many = 5;
const maxNamed = 3;

/** How often the rows behind a verdict were asked, where that is often enough to mind: whoever tries again and again passes by luck one day. A regression that is proven is none the less so, and what could not be judged says nothing. */
export function explainAsked({ verdict, asked }: Pick<Report, 'verdict' | 'asked'>): readonly string[] {
  const isOpen = (one: Report['verdict']) => one === 'pass' || one === 'inconclusive';
  if (!isOpen(verdict)) return [];
  const open = asked.filter((one) => isOpen(one.verdict));
  const repeated = open.filter(({ contents, byChance }) => contents >= many && byChance !== 0);
  return [...repeated.map(explainVersions), ...explainRows(open)];
}

function explainVersions({ suite, verdict, cases, contents, byChance }: AskedReport): string {
  const rows = `${cases === null ? 'the cases' : `the ${count(cases, 'case')}`} of ${inCode(suite)}`;
  const versions = `This pull request has put ${contents} versions to ${rows}`;
  if (byChance === null) return `${versions}: the more tries, the sooner one passes by luck.`;
  const series = `had each been as bad as the margin, about ${Math.round(100 * byChance)} in 100 such series would have shown a pass by chance`;
  const next = verdict === 'pass' ? '' : ' by now, so that another try tells less than fresh cases do';
  return `${versions}: ${series}${next} (docs/statistics.md).`;
}

/** One sentence for the suites that share their rows. */
function explainRows(asked: readonly AskedReport[]): readonly string[] {
  return [...new Set(asked.map(({ rows }) => rows))].flatMap((rows) => {
    const suites = asked.filter((one) => one.rows === rows);
    const everywhere = suites.find((one) => one.everywhere !== null)?.everywhere ?? null;
    if (everywhere === null || everywhere.pullRequests < 2 || everywhere.questions < many) return [];
    const { questions, pullRequests, isWhole } = everywhere;
    const names = listInCode(
      suites.map(({ suite }) => suite),
      maxNamed,
    );
    return [
      `The rows of ${names} were asked ${isWhole ? '' : 'at least '}${questions} times by ${count(pullRequests, 'pull request')} since they last changed: add fresh cases, or keep some aside that no prompt is tuned on.`,
    ];
  });
}
