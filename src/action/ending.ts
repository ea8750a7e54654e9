import type { Report } from '../report/report.ts';
import { describeReportCauses } from '../report/words/cause.ts';
import { closeSentence } from '../text/prose.ts';

/** What a job's log ends with: what came of it in one line, which is the job's error where it is red, and what belongs to that. */
export interface Ending {
  readonly headline: string;
  readonly more: readonly string[];
}

/** The verdict in one line. */
export function renderHeadline({ verdict, title }: Pick<Report, 'verdict' | 'title'>): string {
  return `${verdict}: ${title}`;
}

/** The verdict, whether it blocks, what the broken cases have in common, and where more is said. `report` is what people may see. */
export function describeEnding(
  report: Pick<Report, 'verdict' | 'title' | 'green' | 'metrics'>,
  commentUrl: string,
): Ending {
  const blocks = report.green ? 'This does not block.' : 'This blocks.';
  return {
    headline: renderHeadline(report),
    more: [
      ...(report.verdict === 'pass' ? [] : [blocks]),
      ...describeReportCauses(report).map(closeSentence),
      ...(commentUrl === '' ? [] : [`Comment: ${commentUrl}`]),
    ],
  };
}
