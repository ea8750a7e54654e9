import { createInputReader, type InputReader } from '../adapters/actions/inputs.ts';
import { baseUrlHint, findBaseUrlFault } from '../config/base-url.ts';
import { UserError } from '../errors.ts';

/** The action's inputs, read once. Null is not given; action.yml describes each. */
export interface ActionInputs {
  readonly githubToken: string;
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  readonly config: string | null;
  /** The name of a mode. */
  readonly mode: string | null;
  readonly status: 'job' | 'commit';
  readonly pr: number | null;
  readonly headSha: string | null;
  readonly reason: string | null;
  readonly fresh: boolean;
  readonly dryRun: boolean;
  readonly noise: boolean;
  readonly cases: number | null;
  readonly onNoKey: 'block' | 'warn';
  readonly acceptOwn: boolean;
  readonly baselineToken: string | null;
  readonly commentKey: string | null;
  readonly commentAuthor: string | null;
  readonly cachePath: string | null;
  readonly reportPath: string;
  /** Where the report folder will be published. */
  readonly reportUrl: string | null;
  readonly replay: string | null;
  /** Files of outputs that earlier steps of the job made. */
  readonly candidateOutputs: string | null;
  readonly baselineOutputs: string | null;
}

/** The inputs as far as they can be read: a bad one is null or its default here, and all bad ones are in the fault. */
export interface InputReading {
  readonly inputs: ActionInputs;
  readonly fault: UserError | null;
}

/** Reads the inputs of the environment, where `mode` is one of these names. */
export function readInputs(
  env: Readonly<Record<string, string | undefined>>,
  modeNames: readonly string[],
): InputReading {
  const read = createInputReader(env);
  const inputs: ActionInputs = {
    githubToken: read.text('github-token') ?? '',
    apiKey: read.text('api-key'),
    baseUrl: read.checked('base-url', findBaseUrlFault, baseUrlHint),
    config: read.text('config'),
    mode: read.choice('mode', modeNames),
    status: read.choice('status', ['job', 'commit']) ?? 'job',
    pr: read.integer('pr', 1, 2 ** 31),
    headSha: read.matching('head-sha', /^[0-9a-f]{40}$/, 'the 40 hex digits of a commit'),
    reason: read.text('reason'),
    fresh: read.boolean('fresh') ?? false,
    dryRun: read.boolean('dry-run') ?? false,
    noise: read.boolean('noise') ?? false,
    cases: read.integer('cases', 1, 1_000_000),
    onNoKey: read.choice('on-no-key', ['block', 'warn']) ?? 'block',
    acceptOwn: read.boolean('accept-own') ?? false,
    baselineToken: read.text('baseline-token'),
    commentKey: read.matching('comment-key', /^[\w./-]{1,100}$/, 'triage'),
    commentAuthor: read.matching('comment-author', /^[\w-]{1,60}(\[bot\])?$/, 'my-app[bot]'),
    cachePath: read.text('cache-path'),
    reportPath: read.text('report-path') ?? 'prompt-assay-report',
    reportUrl: read.matching('report-url', /^https:\/\/[\w.~:/-]{1,500}$/, 'https://acme.github.io/shop/pr-12'),
    replay: read.text('replay'),
    candidateOutputs: read.text('candidate-outputs'),
    baselineOutputs: read.text('baseline-outputs'),
  };
  demandOutputs(inputs, read);
  const problems = read.problems();
  return { inputs, fault: problems.length === 0 ? null : new UserError(problems) };
}

/** Outputs and the mode that judges them belong together: a file that nobody reads would be a green for nothing. */
function demandOutputs({ mode, candidateOutputs, baselineOutputs }: ActionInputs, read: InputReader): void {
  const given = candidateOutputs ?? baselineOutputs;
  if (mode === 'outputs' && candidateOutputs === null) {
    const hint = 'Name the file that an earlier step wrote: lines of {"case", "sample", "output"}.';
    read.demand('The input `candidate-outputs` is missing.', hint);
  }
  if (mode !== 'outputs' && given !== null) {
    read.demand('The inputs `candidate-outputs` and `baseline-outputs` are for mode: outputs.', 'Set `mode: outputs`.');
  }
}
