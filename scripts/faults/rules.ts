import type { FakeGithub } from '../../__tests__/helpers/fake-github/server.ts';
import { type Ended, secrets } from './run-story.ts';
import type { Story } from './stories.ts';

/** What a run is looked at with. */
export interface Scene {
  readonly story: Story;
  readonly ended: Ended;
  readonly github: FakeGithub;
  /** The requests that a fault struck, by their index. */
  readonly struck: ReadonlySet<number>;
  /** The calls that the story makes undisturbed. */
  readonly calls: number;
  /** The texts on the baseline branch; none where there is no branch. */
  readonly baseline: ReadonlyMap<string, string>;
}

/** In the engine's words also where it is only a warning. */
const defect = /a defect of Prompt Assay|^\s+at .+:\d+:\d+\)?$|Cannot read prop|is not (a function|iterable)/m;

const ours = '<!-- prompt-assay';

/** Whatever a run did that no fault excuses, a sentence each. */
export function findBroken(scene: Scene): readonly string[] {
  const { ended, github } = scene;
  const verdict = ended.outputs.verdict ?? 'no verdict';
  const said = [...ended.lines, ended.summary, ...ended.files.values(), JSON.stringify(ended.outputs)];
  const told = [...github.comments, ...github.statuses].map((one) => JSON.stringify(one));
  const comments = github.comments.filter(({ body }) => body.startsWith(ours));
  return [
    verdict !== scene.story.truth && verdict !== 'invalid' && `the verdict is ${verdict}`,
    verdict === 'invalid' &&
      !ended.failures.some((text) => /\S/.test(text)) &&
      !isSaid(scene) &&
      'no sentence says why it is invalid',
    ...(scene.story.truth === 'fail' ? findFalseGreen(scene, verdict) : findLostBaseline(scene, verdict)),
    comments.length > 1 && `${comments.length} comments`,
    [...said, ...told].some((text) => Object.values(secrets).some((secret) => text.includes(secret))) &&
      'a secret is told',
    said.some((text) => defect.test(text)) && 'a stack, or a defect',
    ...github.violations,
  ].filter((broken) => broken !== false);
}

/** With a status the job may be green; the sentence then stands there. */
function isSaid({ story, github }: Scene): boolean {
  return story.signal !== 'job' && /^(invalid|interrupted)/.test(github.statuses.at(-1)?.description ?? '');
}

/** True where the requests that write the comment, or lead to it, went undisturbed. */
function isCommentSpared({ github, struck }: Scene): boolean {
  return [...struck].every((index) => !/\/(issues|pulls)\/|\/user$/.test(github.requests[index]?.path ?? ''));
}

function findFalseGreen(scene: Scene, verdict: string) {
  const { story, ended, github, struck, calls } = scene;
  const { signal } = story;
  const isRed = ended.failures.length > 0;
  const last = github.statuses.filter(({ sha }) => signal !== 'job' && sha === signal.sha).at(-1)?.state ?? 'none';
  const writes = github.requests
    .map(({ method, path }, index) => ({ isStatus: method === 'POST' && path.includes('/statuses/'), index }))
    .filter(({ isStatus }) => isStatus);
  const lastWrite = writes.at(-1)?.index ?? -1;
  const results = ended.files.get('results.json');
  return [
    signal === 'job' && !isRed && 'the job is green',
    last === 'success' && 'the status is green',
    signal !== 'job' && !isRed && last !== 'failure' && last !== 'error' && `the job is green and the status ${last}`,
    last === 'pending' && !struck.has(lastWrite) && 'the status stays pending',
    ended.calls >= calls && verdict !== story.truth && 'the verdict was reached and is lost',
    verdict === story.truth && !ended.summary.includes('Regression proven') && 'no summary of a verdict',
    verdict === story.truth &&
      story.hasComment &&
      github.comments.length === 0 &&
      isCommentSpared(scene) &&
      'no comment of a verdict',
    verdict === story.truth && !results?.includes('"verdict":"fail"') && 'no result files of a verdict',
  ];
}

function findLostBaseline({ story, ended, calls, baseline }: Scene, verdict: string) {
  const isWritten = [...baseline.keys()].some((path) => path.endsWith('manifest.json'));
  const isKept = [...ended.files.keys()].some((path) => /^baseline\/.*manifest\.json$/.test(path));
  const entries = (baseline.get('CHANGELOG.md') ?? '').match(/^- .*triage/gm) ?? [];
  return [
    ended.failures.length > 0 !== (verdict === 'invalid') && `the job is as ${verdict} is not`,
    verdict === story.truth && !isWritten && 'green, and no baseline is written',
    ended.calls >= calls && !isWritten && !isKept && 'a finished baseline is lost',
    entries.length > 1 && `one baseline, and ${entries.length} entries`,
  ];
}
