import type { Remark } from '../report/comment/remarks.ts';
import type { Report } from '../report/report.ts';
import { explainAcceptance } from '../report/words/ground-words.ts';
import { closeSentence } from '../text/prose.ts';
import { acceptLabel, type Words } from './approvals.ts';

/** What is said above a verdict: who accepted what, what a label does not cover, why it is not settled, and whose comment is not ours. */
export function listRemarks(
  report: Report,
  { words, strangers }: { readonly words: Words; readonly strangers: readonly string[] },
  declined: string | null,
): readonly Remark[] {
  const { acceptance, isLabelled } = words;
  const accepted = explainAcceptance(acceptance, report.grounds);
  const isRedByVerdict = !report.green && (report.verdict === 'fail' || report.verdict === 'inconclusive');
  const remarks: Remark[] = [];
  if (accepted !== null) {
    const effect = report.green ? ': this verdict does not block.' : '.';
    remarks.push({ text: `A${accepted.slice(1)}${effect}`, isGreen: report.green });
  }
  if (isRedByVerdict && isLabelled) {
    const uncovered = accepted === null ? 'nothing of this verdict' : 'not all of this verdict';
    const text = `The label ${acceptLabel} covers ${uncovered}: it was set before. To accept it, take the label off and set it again.`;
    remarks.push({ text, isGreen: false });
  }
  if (declined !== null) remarks.push({ text: closeSentence(`Not settled: ${declined}`), isGreen: report.green });
  remarks.push(
    ...strangers.map((login) => ({
      text: `Another comment with this marker, by @${login}, is not ours and is neither read nor edited. Where it is this token's own App, name it in the input comment-author.`,
      isGreen: false,
    })),
  );
  return remarks;
}
