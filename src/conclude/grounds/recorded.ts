import type { Finding } from '../../gate/weigh.ts';
import { inCode } from '../../text/prose.ts';
import type { RecordedVerdict } from '../recorded-verdict.ts';
import type { Statement } from '../statement.ts';

/** What an earlier run of the same content said; its grounds were weighed when they were found. */
export function stateRecorded(recorded: RecordedVerdict): Statement {
  const { suite, verdict, title } = recorded;
  const untold = verdict === 'pass' ? [] : [`${inCode(suite)}: ${title}`];
  return { findings: listFindings(recorded), verdict, title, told: [], untold };
}

/** A verdict without a ground of its own weight still counts. */
function listFindings({ suite, verdict, grounds }: RecordedVerdict): readonly Finding[] {
  if (grounds.some((ground) => ground.verdict === verdict)) return grounds;
  return [...grounds, { kind: 'unjudged', suite, prompt: null, subject: null, verdict, blocks: null }];
}
