import { aConfig, aPrompt, files, reworded, rows } from '../../__tests__/dist/stories.ts';
import {
  dispatchEvent,
  mergeGroupEvent,
  type PullRequestEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  type TestEvent,
} from '../../__tests__/helpers/fake-github/events.ts';
import { createRepository, type TestRepository } from '../../__tests__/helpers/fake-github/repository.ts';

/** What happens on GitHub, and what is true of it. */
export interface Story {
  readonly name: string;
  readonly event: TestEvent;
  readonly inputs: Readonly<Record<string, string>>;
  /** Where red or green is shown: the job itself, or this commit's status. */
  readonly signal: 'job' | { readonly sha: string };
  /** What the verdict comes to undisturbed; what was written down before the event is what another story left. */
  readonly truth: 'fail' | 'pass';
  readonly after: string | null;
  readonly hasComment: boolean;
}

const othersSuite = `
  - name: others
    prompts: others/*.prompt.yml
    dataset: evals/one.jsonl
    checks:
      - { name: label, type: equals, expected: "{{ expected }}" }
`;

/** One repository where a pull request makes main's prompt wrong on every case, with the stories that are told over it. */
export async function plantStories(): Promise<{
  readonly repository: TestRepository;
  readonly stories: readonly Story[];
}> {
  // Twenty files that are read together are asked for by a query.
  const others = Object.fromEntries(
    Array.from({ length: 20 }, (_, number) => {
      const named = aPrompt(`other ${number}`).replace('name: triage', `name: other-${number}`);
      return [`others/${number}.prompt.yml`, named];
    }),
  );
  const repository = await createRepository({
    main: files({
      ...{ 'prompt-assay.yml': aConfig() + othersSuite, 'evals/triage.jsonl': rows(12) },
      ...{ 'evals/one.jsonl': rows(1), ...others },
    }),
    branches: { feature: { files: reworded() } },
  });
  const { head, base, merge } = await repository.openPull(7, 'feature');
  const pull: PullRequestEvent = { number: 7, headSha: head, baseSha: base, sha: merge, action: 'synchronize' };
  const change = { inputs: {}, signal: 'job', truth: 'fail', after: null, hasComment: true } as const;
  const onHead = { sha: head };
  const rebaselined = 're-baseline';
  const stories: readonly Story[] = [
    { ...change, name: 'first pull request', event: pullRequestEvent(pull) },
    {
      ...{ name: rebaselined, event: dispatchEvent({ sha: base }), inputs: { reason: 'a new model' }, signal: 'job' },
      ...{ truth: 'pass', after: null, hasComment: false },
    },
    { ...change, name: 'pull request on a stored baseline', event: pullRequestEvent(pull), after: rebaselined },
    {
      ...{
        ...change,
        name: 'pull_request_target, status: commit',
        event: pullRequestTargetEvent({ ...pull, sha: base }),
      },
      ...{ inputs: { status: 'commit' }, signal: onHead },
    },
    {
      ...{ ...change, name: 'dispatch with pr', event: dispatchEvent({ sha: base }), inputs: { pr: '7' } },
      signal: onHead,
    },
    {
      ...{ ...change, name: 'merge group', event: mergeGroupEvent(await repository.queuePull(7)) },
      hasComment: false,
    },
  ];
  return { repository, stories };
}
