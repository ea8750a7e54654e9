import { compareTexts } from '../../checks/token-f1.ts';
import { canonicalJson, type Json } from '../../json.ts';
import { isCompared, type PromptPlan } from '../../plan/suite-plan.ts';
import type { Output } from '../../ports.ts';
import type { LikenessReport } from '../../report/prompt-report.ts';
import type { Ledger } from '../../run/ledger.ts';
import type { BaseArm } from '../../run/sample-key.ts';
import { readArm } from '../../scores/read.ts';

/** So many cases tell how alike the answers are; each is read again from where the run put it. */
const mostCases = 1000;

/**
 * How alike the first answers of both sides are, case by case: those that are the same (text and calls), and the mean token F1 of
 * the texts (as the check `token-f1` has it). Null where nothing is compared, or no case is answered on both sides.
 */
export function compareLikeness(prompt: PromptPlan, ledger: Ledger, baseArm: BaseArm): LikenessReport | null {
  if (!isCompared(prompt)) return null;
  const [ours, theirs] = [readArm(ledger, prompt, baseArm), readArm(ledger, prompt, 'candidate')];
  const pairs = prompt.cases
    .filter(({ isSame }) => !isSame)
    .slice(0, mostCases)
    .flatMap(({ id }) => {
      const [base, candidate] = [ours, theirs].map((arm) => {
        const sample = arm.sample(id, 0);
        const result = sample === null ? null : ledger.recordOf(sample).result;
        return result?.status === 'answered' ? result.output : null;
      });
      return base && candidate ? [[base, candidate] as const] : [];
    });
  if (pairs.length === 0) return null;
  const same = pairs.filter(([base, candidate]) => identify(base) === identify(candidate)).length;
  const sum = pairs.reduce((total, [base, candidate]) => total + compareTexts(base.content, candidate.content), 0);
  return { cases: pairs.length, same, mean: sum / pairs.length };
}

function identify({ content, toolCalls, refusal }: Output): string {
  return canonicalJson([content, toolCalls, refusal] as Json);
}
