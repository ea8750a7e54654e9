import { readEntry, writeEntry } from './codec.ts';
import { type ArmLedger, type ArmRow, createArm, type Sample } from './ledger-arm.ts';
import type { CallRecord, DrawReason, Entry, JudgeCheck, RefusedSetting, SampleRecord } from './records.ts';
import type { Arm, PromptId, SampleKey } from './sample-key.ts';
import type { Spool } from './spool.ts';
import { addCalls, type CallSums, countCall, noCalls } from './totals.ts';

/** One arm of one prompt version. */
export type ArmId = Pick<SampleKey, 'suite' | 'prompt' | 'version' | 'arm'>;

/**
 * All that one run has drawn and scored so far, as lines that another process can go on from. It only grows; a later
 * sample or score of a key takes the place of an earlier one, and a sample that is drawn anew takes back what was said of
 * the old one: a score belongs to the sample before it. So one process at a time writes a ledger, and only for the plan
 * that it was begun with; of two at once, one's score could stand beside the other's output. What is asked often is kept
 * in memory; the texts of outputs and the calls lie in the spool.
 */
export interface Ledger {
  append(entry: Entry): void;
  /** What an arm holds; nothing where it was never drawn. */
  arm(id: ArmId): ArmLedger;
  /** A sample with its output, as it was put down. */
  recordOf(sample: Sample): SampleRecord;
  checks(): readonly JudgeCheck[];
  /** Settings that models of judges refused, by model. */
  refusedSettings(): ReadonlyMap<string, ReadonlySet<string>>;
  /** True where a round was begun for this reason. */
  hasBegun(why: DrawReason): boolean;
  /** What the calls came to: all, or those of one purpose, arm or model. */
  calls(of?: Partial<CallGroup>): CallSums;
  /** Everything, one line an entry, in the order in which it came. */
  lines(): Iterable<string>;
}

/** What calls are counted by. */
type CallGroup = Pick<CallRecord, 'purpose' | 'arm' | 'model'>;

/** Makes a ledger over a spool, with what the spool holds already. */
export function createLedger(spool: Spool): Ledger {
  const arms = new Map<string, Map<string, Map<string, ArmRow>>>();
  const checks = new Map<string, JudgeCheck>();
  const refused = new Map<string, Set<string>>();
  const begun = new Set<DrawReason>();
  const sums = new Map<string, CallGroup & { readonly sum: CallSums }>();
  const take = (entry: Entry, place: number): void => {
    const { kind, record } = entry;
    if (kind === 'sample') findArm(arms, record).add(record, place);
    else if (kind === 'score') findArm(arms, record).score(record);
    else if (kind === 'check') checks.set(JSON.stringify([record.suite, record.prompt, record.metric]), record);
    else if (kind === 'setting') addSetting(refused, record);
    else if (kind === 'round') begun.add(record.why);
    else {
      const { purpose, arm, model } = record;
      const key = JSON.stringify([purpose, arm, model]);
      const sum = addCalls(sums.get(key)?.sum ?? noCalls, countCall(record));
      sums.set(key, { purpose, arm, model, sum });
    }
  };
  let place = 0;
  for (const line of spool.lines()) {
    take(readEntry(line, 'ledger', place + 1), place);
    place += 1;
  }
  return {
    append: (entry) => take(entry, spool.append(writeEntry(entry))),
    arm: (id) => findArm(arms, id).ledger,
    recordOf: (sample) => {
      const { kind, record } = readEntry(spool.read(sample.place), 'ledger', sample.place + 1);
      if (kind !== 'sample') throw new Error(`the ledger has no sample at ${sample.place}`);
      return record;
    },
    checks: () => [...checks.values()],
    refusedSettings: () => refused,
    hasBegun: (why) => begun.has(why),
    calls: (of = {}) => {
      const wanted = Object.entries(of) as [keyof CallGroup, string][];
      return [...sums.values()]
        .filter((group) => wanted.every(([name, value]) => group[name] === value))
        .reduce((total, { sum }) => addCalls(total, sum), noCalls);
    },
    lines: () => spool.lines(),
  };
}

/** Nested, since a key of one text would be built millions of times. */
function findArm(
  arms: Map<string, Map<string, Map<string, ArmRow>>>,
  { suite, prompt, version, arm }: PromptId & { readonly version: string; readonly arm: Arm },
): ArmRow {
  const prompts = arms.get(suite) ?? new Map<string, Map<string, ArmRow>>();
  arms.set(suite, prompts);
  const own = prompts.get(prompt) ?? new Map<string, ArmRow>();
  prompts.set(prompt, own);
  const name = `${arm} ${version}`;
  const row = own.get(name) ?? createArm({ suite, prompt, version, arm });
  own.set(name, row);
  return row;
}

function addSetting(refused: Map<string, Set<string>>, { model, setting }: RefusedSetting): void {
  refused.set(model, (refused.get(model) ?? new Set()).add(setting));
}
