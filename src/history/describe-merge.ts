import type { RecordedVerdict } from '../conclude/recorded-verdict.ts';
import { type Acceptance, isGreenFor } from '../gate/acceptance.ts';
import type { Ground } from '../gate/ground.ts';
import type { MergedPull } from './group-merges.ts';
import type { MergedSuite } from './merge-line.ts';

/** A suite that a change of main touched, and the first digits of its content key: of the question that the change asks. */
export interface TouchedSuite {
  readonly suite: string;
  readonly key: string;
}

/** What our own comment says of a pull request. */
export interface JudgedPull {
  /** The newest first. */
  readonly verdicts: readonly RecordedVerdict[];
  /** What people took as given on the head that was merged; null where nobody did. */
  readonly acceptance: Acceptance | null;
}

/**
 * What is known of the suites that a change touched. A verdict counts where its content is that of the change; one of the
 * merged head over another content is told as not matching, and any other is none. `touched` is null where main cannot be
 * read: then what was said of the merged head stands, and nothing says whether it matches.
 */
export function describeSuites(
  touched: readonly TouchedSuite[] | null,
  pull: MergedPull | null,
  judged: JudgedPull | null,
): readonly MergedSuite[] {
  const verdicts = judged?.verdicts ?? [];
  const ofHead = verdicts.filter(({ head }) => head !== '' && pull?.headSha.startsWith(head) === true);
  const acceptance = judged?.acceptance ?? null;
  if (touched === null) {
    const newest = new Map([...ofHead].reverse().map((verdict) => [verdict.suite, verdict]));
    return [...newest.values()].map((verdict) => describe(verdict, null, acceptance));
  }
  return touched.map(({ suite, key }) => {
    const same = verdicts.find((verdict) => verdict.suite === suite && verdict.key === key);
    const other = ofHead.find((verdict) => verdict.suite === suite);
    const verdict = same ?? other;
    return verdict === undefined ? unjudged(suite, key) : describe(verdict, same !== undefined, acceptance);
  });
}

function describe(verdict: RecordedVerdict, matches: boolean | null, acceptance: Acceptance | null): MergedSuite {
  const { suite, key, title, head, grounds, evidence = null } = verdict;
  const given = grounds.filter((ground) => ground.blocks && acceptance?.covers(ground) === true);
  return {
    ...{ suite, verdict: verdict.verdict, title, key, head, matches, evidence },
    green: isGreenFor(acceptance, grounds),
    accepted:
      acceptance === null || given.length === 0 ? null : { by: acceptance.by, grounds: given.map(withoutWeight) },
  };
}

function withoutWeight({ kind, suite, prompt, subject, verdict }: Ground): Ground {
  return { kind, suite, prompt, subject, verdict };
}

function unjudged(suite: string, key: string): MergedSuite {
  return {
    ...{ suite, verdict: null, title: null, key, head: null, matches: null },
    ...{ green: false, accepted: null, evidence: null },
  };
}
