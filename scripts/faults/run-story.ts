import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakeGithub } from '../../__tests__/helpers/fake-github/server.ts';
import { run } from '../../src/action/main.ts';
import { createJob, type Job, jobs } from './job.ts';
import type { Story } from './stories.ts';

export const secrets = { token: 'ghs_0123456789abcdef', key: 'sk-0123456789abcdef0123' };

/** A busy machine is no silent GitHub. */
const longMs = 60_000;

/** What a run left behind. */
export interface Ended extends Job {
  readonly summary: string;
  /** The texts of the report folder, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Runs the action on a story's event, as a job of its own, with the real start and end of it. */
export async function runStory(
  { event, inputs }: Story,
  github: FakeGithub,
  folder: string,
  patienceMs = longMs,
): Promise<Ended> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [payload, summary, report] = ['event.json', 'summary', 'report'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(payload, JSON.stringify(event.payload));
  await writeFile(summary, '');
  const given = { 'github-token': secrets.token, 'api-key': secrets.key, 'report-path': report, ...inputs };
  const env = {
    ...event.env,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_PATH: payload,
    GITHUB_STEP_SUMMARY: summary,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
  const job = createJob(patienceMs);
  await jobs.run(job, () => run(env));
  return { ...job, summary: await readFile(summary, 'utf8'), files: await readAll(report) };
}

async function readAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}
