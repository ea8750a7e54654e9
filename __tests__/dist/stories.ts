import { dispatchEvent, type PullRequestEvent, pullRequestEvent } from '../helpers/fake-github/events.ts';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import type { FakeAnswer, FakeRequest } from '../helpers/fake-model/fake-model.ts';
import type { ActionRun, RunOptions, Scene } from '../helpers/run-action.ts';

/** The path of the prompt in these stories. */
export const promptPath = 'prompts/triage.prompt.yml';

/** A prompt file; `text` is what differs between versions of it. */
export function aPrompt(text: string, more = ''): string {
  return `name: triage\n${more}messages:\n  - role: user\n    content: "${text} {{input}}"\n`;
}

/** A config of one suite with one check; `suite` adds lines to the suite (four blanks deep), `top` adds blocks. */
export function aConfig(parts: { readonly suite?: string; readonly top?: string; readonly checks?: string } = {}) {
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

/** JSONL rows `q-000`, `q-001`, ... whose right answer is "yes"; `change` alters a row or, by null, leaves it out. */
export function rows(
  count: number,
  change: (number: number) => Readonly<Record<string, unknown>> | null = () => ({}),
): string {
  return Array.from({ length: count }, (_, number) => {
    const id = `q-${String(number).padStart(3, '0')}`;
    const changes = change(number);
    return changes === null ? '' : `${JSON.stringify({ id, input: `question ${id}`, expected: 'yes', ...changes })}\n`;
  }).join('');
}

/** A repository with a config, the prompt in its version "v1" and 20 rows. */
export function files(changes: FileSpecs = {}): FileSpecs {
  return {
    'prompt-assay.yml': aConfig(),
    [promptPath]: aPrompt('v1'),
    'evals/triage.jsonl': rows(20),
    ...changes,
  };
}

/** The prompt reworded as "v2", and more. */
export function reworded(changes: FileSpecs = {}): FileSpecs {
  return { [promptPath]: aPrompt('v2'), ...changes };
}

/** Answers "yes" (right) except where a version is wrong on a case. */
export function wrongWhere(isWrong: (version: string, number: number) => boolean) {
  return ({ text }: FakeRequest): FakeAnswer => {
    const [, version = '', number = ''] = /(v\d+) question q-(\d+)/.exec(text) ?? [];
    return isWrong(version, Number(number)) ? 'no' : 'yes';
  };
}

/** Which version of the prompt each call asked. */
export function versionsOf(run: ActionRun): ReadonlySet<string> {
  return new Set(run.calls.map(({ text }) => /^v\d+/.exec(text)?.[0] ?? '?'));
}

/** Commits changes on `feature`, opens or updates pull request 7 and runs its event. */
export async function pushPull(
  scene: Scene,
  changes: FileSpecs | null,
  options: RunOptions & { readonly event?: Partial<PullRequestEvent> } = {},
): Promise<ActionRun & { readonly head: string }> {
  const { repository, github } = scene;
  if (changes !== null) await repository.commit('feature', changes);
  if (!github.pulls.has(7)) github.pulls.set(7, { number: 7, head: 'feature', author: 'author' });
  const pull = await repository.openPull(7, 'feature');
  // A label is on the pull request now, or it does not count.
  const labels = options.event?.labels;
  const known = github.pulls.get(7);
  if (labels !== undefined && known !== undefined) known.labels = [...labels];
  const event = pullRequestEvent({
    number: 7,
    headSha: pull.head,
    baseSha: pull.base,
    sha: pull.merge,
    action: 'synchronize',
    ...options.event,
  });
  return { ...(await scene.run(event, options)), head: pull.head };
}

/** Re-baselines `main` by hand. */
export async function dispatchBaseline(scene: Scene, options: RunOptions = {}): Promise<ActionRun> {
  return scene.run(dispatchEvent({ sha: await scene.repository.sha('main') }), options);
}
