import { noOtherRuns } from '../../src/conclude/other-runs.ts';
import { evaluate } from '../../src/pipeline/evaluate.ts';
import type { EvaluateRequest, Heard } from '../../src/pipeline/evaluate-request.ts';
import type { ModelCall, ModelResult } from '../../src/ports.ts';
import type { ChangeRequest } from '../../src/read/sides.ts';
import { createFakeWorld, type FakeFiles, type FakeWorld, type Script } from '../helpers/fake-ports.ts';
import { expectReadBack } from '../helpers/read-back.ts';
import { expectSuitesToAgree } from './suite-verdicts.ts';

/** A row whose right answer is "yes". */
export interface StoryRow {
  readonly id: string;
  readonly input: string;
  readonly expected: string;
  readonly critical?: boolean;
  readonly [column: string]: unknown;
}

/** The row of a number: `q-007` asks "question q-007". */
export function aRow(number: number, changes: Partial<StoryRow> = {}): StoryRow {
  const id = `q-${String(number).padStart(3, '0')}`;
  return { id, input: `question ${id}`, expected: 'yes', ...changes };
}

export function someRows(count: number, change: (number: number) => Partial<StoryRow> = () => ({})) {
  return Array.from({ length: count }, (_, number) => aRow(number, change(number)));
}

export function jsonl(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** A prompt file; `text` is what changes between two sides. */
export function aPromptFile(text: string, name = 'triage', more = ''): string {
  return `name: ${name}\n${more}messages:\n  - role: user\n    content: "${text} {{input}}"\n`;
}

/** An evaluator that wants the expected word. */
export const exactEvaluator = '  - name: exact\n    string: { equals: "{{expected}}" }\n';

/** A prompt file that stands alone, with 25 rows and evaluators of its own. */
export function aSelfContained(text: string, name = 'solo', evaluators = exactEvaluator): string {
  const rows = someRows(25).map((row) => `  - { id: ${row.id}, input: "${row.input}", expected: "${row.expected}" }`);
  return `${aPromptFile(text, name, 'model: some-model\n')}testData:\n${rows.join('\n')}\nevaluators:\n${evaluators}`;
}

/** A config of one suite; `suite` adds lines to it (four blanks deep), `top` adds blocks. */
export function aConfigFile(parts: { readonly suite?: string; readonly top?: string; readonly checks?: string } = {}) {
  const checks = parts.checks ?? '      - { name: label, type: equals, expected: "{{ expected }}" }';
  return `version: 1
model: { id: some-model }
${parts.top ?? ''}
suites:
  - name: triage
    prompts: prompts/*.prompt.yml
    dataset: evals/triage.jsonl
${parts.suite ?? ''}
    checks:
${checks}
`;
}

/** A tree with a config, one prompt and 100 rows; null leaves a file out. */
export function aTree(changes: { readonly [path: string]: FakeFiles[string] | null } = {}): FakeFiles {
  const files = {
    'prompt-assay.yml': aConfigFile(),
    'prompts/triage.prompt.yml': aPromptFile('v1'),
    'evals/triage.jsonl': jsonl(someRows(100)),
    ...changes,
  };
  return Object.fromEntries(Object.entries(files).flatMap(([path, file]) => (file === null ? [] : [[path, file]])));
}

/** The same tree with the prompt reworded, and more. */
export function aChangedTree(changes: Parameters<typeof aTree>[0] = {}): FakeFiles {
  return aTree({ 'prompts/triage.prompt.yml': aPromptFile('v2'), ...changes });
}

/** The number of the case that a call asks about. */
export function numberOf(call: ModelCall): number {
  const text = call.request.messages.map(({ content }) => content).join('\n');
  return Number(/q-(\d+)/.exec(text)?.[1] ?? Number.NaN);
}

/** Answers by arm, case and sample: true is right. */
export function answering(
  isRight: (arm: 'base' | 'candidate', number: number, sample: number) => boolean | ModelResult,
): Script {
  return (call) => {
    const answer = isRight(call.arm as 'base' | 'candidate', numberOf(call), call.sample);
    return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer;
  };
}

/** Everything is right. */
export const allRight: Script = answering(() => true);

export interface Story {
  readonly base?: FakeFiles;
  readonly candidate?: FakeFiles;
  readonly script?: Script;
  readonly request?: Partial<EvaluateRequest & Heard>;
  /** A world that earlier parts of a story left. */
  readonly world?: FakeWorld;
}

/** A story's world, and its two trees as a run is asked to read them. */
export function plantStory(story: Story) {
  const world = story.world ?? createFakeWorld(story.script ?? allRight);
  const base = world.repository.plant(story.base ?? aTree());
  const candidate = world.repository.plant(story.candidate ?? aChangedTree());
  const change: ChangeRequest = {
    base: { label: 'main', tree: base },
    candidate: { label: 'this PR', tree: candidate },
    decidingTree: base,
    defaultTree: base,
    configPath: null,
    namesEndpoint: true,
  };
  return { world, change };
}

/** Evaluates a candidate tree against a base tree over fakes; by default the prompt was reworded and every answer is right. */
export async function tell(story: Story = {}) {
  const { world, change } = plantStory(story);
  const { acceptance = null, blockedCalls = null, settles = null, ...request } = story.request ?? {};
  const result = await evaluate(world, {
    ...change,
    part: null,
    fresh: false,
    dryRun: false,
    onNoKey: 'block',
    hear: async () => ({ acceptance, blockedCalls, settles }),
    recorded: [],
    askedBefore: null,
    brokenBefore: null,
    readOthers: async () => noOtherRuns,
    reproduce: null,
    runUrl: null,
    github: null,
    ...request,
  });
  expectSuitesToAgree(result.report);
  const { recorded = [], part = null } = request;
  expectReadBack(result, recorded.length === 0 && part === null);
  return { world, result, report: result.report, calls: world.model.calls };
}
