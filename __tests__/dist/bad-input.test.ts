import { describe, expect, it, jest } from '@jest/globals';
import type { FileSpecs } from '../helpers/fake-github/repository.ts';
import { withScene } from '../helpers/run-action.ts';
import { aConfig, aPrompt, files, promptPath, pushPull, reworded, rows } from './stories.ts';

jest.setTimeout(300_000);

const lfsPointer =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';

interface Mistake {
  readonly name: string;
  readonly changes: FileSpecs;
  /** What the comment and the job's annotations must say. */
  readonly says: readonly RegExp[];
  /** The file, and the line where there is one, of the annotation. */
  readonly at: string;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'an unknown key of the config',
    changes: reworded({ 'prompt-assay.yml': aConfig({ suite: '    sampels: 3' }) }),
    says: [/prompt-assay\.yml:8/, /sampels/, /samples/],
    at: 'file=prompt-assay.yml,line=8',
  },
  {
    name: 'a config that is no YAML',
    changes: reworded({ 'prompt-assay.yml': 'version: 1\nsuites: [\n' }),
    says: [/prompt-assay\.yml:[23]/],
    at: 'file=prompt-assay.yml,line=',
  },
  {
    name: 'a prompt that is no YAML',
    changes: { [promptPath]: 'name: "triage\nmessages: []\n' },
    says: [/triage\.prompt\.yml:\d/],
    at: `file=${promptPath},line=`,
  },
  {
    name: 'an empty dataset',
    changes: reworded({ 'evals/triage.jsonl': '' }),
    says: [/evals\/triage\.jsonl/],
    at: 'file=evals/triage.jsonl',
  },
  {
    name: 'a missing dataset',
    changes: reworded({ 'evals/triage.jsonl': null }),
    says: [/evals\/triage\.jsonl does not exist/],
    at: 'file=prompt-assay.yml,line=',
  },
  {
    name: 'duplicate ids',
    changes: reworded({ 'evals/triage.jsonl': rows(20, (number) => (number === 9 ? { id: 'q-003' } : {})) }),
    says: [/evals\/triage\.jsonl:10/, /q-003/],
    at: 'file=evals/triage.jsonl,line=10',
  },
  {
    name: 'a variable that the rows lack',
    changes: { [promptPath]: aPrompt('v2 {{inptu}}') },
    says: [/inptu/, /input/],
    at: `file=${promptPath}`,
  },
  {
    name: 'a row that is no JSON',
    changes: reworded({ 'evals/triage.jsonl': `${rows(12)}{"id": \n` }),
    says: [/evals\/triage\.jsonl:13/],
    at: 'file=evals/triage.jsonl,line=13',
  },
  {
    name: 'an unknown type of check',
    changes: reworded({ 'prompt-assay.yml': aConfig({ checks: '      - { name: label, type: equal, expected: x }' }) }),
    says: [/prompt-assay\.yml:\d+/, /equals/],
    at: 'file=prompt-assay.yml,line=',
  },
  {
    name: 'a schema that does not compile',
    changes: reworded({
      'prompt-assay.yml': aConfig({ checks: '      - { name: shape, type: json-schema, schema: { type: nothing } }' }),
    }),
    says: [/schema/],
    at: 'file=prompt-assay.yml,line=',
  },
  {
    name: 'a binary prompt',
    changes: { [promptPath]: new Uint8Array([0x6e, 0x00, 0xff, 0xfe, 0x80]) },
    says: [/triage\.prompt\.yml/],
    at: `file=${promptPath}`,
  },
  {
    name: 'a prompt of ten megabytes',
    changes: { [promptPath]: aPrompt('v2 '.repeat(3_500_000)) },
    says: [/triage\.prompt\.yml/],
    at: `file=${promptPath}`,
  },
  {
    name: 'a prompt that is a pointer of Git LFS',
    changes: { [promptPath]: lfsPointer },
    says: [/triage\.prompt\.yml/, /LFS/],
    at: `file=${promptPath}`,
  },
  {
    name: 'a prompt that is a link',
    changes: { [promptPath]: { symlink: '/etc/passwd' } },
    says: [/triage\.prompt\.yml/, /link/],
    at: 'file=prompt-assay.yml,line=5',
  },
];

describe('a mistake in the files of a pull request', () => {
  it.concurrent.each(mistakes)('is red and says where: $name', ({ changes, says, at }) =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, changes);
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(run.log).not.toContain('a defect of Prompt Assay');
      expect(run.log).not.toMatch(/^\s+at /m);
      const body = scene.github.comments[0]?.body ?? '';
      for (const text of says) {
        expect(body).toMatch(text);
        expect(run.summary).toMatch(text);
      }
      expect(run.log).toContain(`::error ${at}`);
    }),
  );

  it.concurrent('does not hide others: all are told at once', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, {
        'prompts/one.prompt.yml': 'name: one\nmessages: 3\n',
        'prompts/two.prompt.yml': 'name: two\nmessages:\n  - { role: usr, content: "{{input}}" }\n',
        'evals/triage.jsonl': rows(20, (number) => (number === 9 ? { id: 'q-003' } : {})),
      });
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      const body = scene.github.comments[0]?.body ?? '';
      for (const text of ['one.prompt.yml:2', 'two.prompt.yml:3', 'triage.jsonl:10']) expect(body).toContain(text);
    }));

  it.concurrent('of main may be mended by a pull request', () =>
    withScene(files({ 'prompt-assay.yml': 'version: 1\nsuites: [\n' }), async (scene) => {
      const run = await pushPull(scene, { 'prompt-assay.yml': aConfig() });
      expect(run).toMatchObject({ code: 0, outputs: { verdict: 'inconclusive' } });
      expect(run.summary).toContain("Main's config gated nothing");
    }));
});

describe('a mistake in the inputs', () => {
  it.concurrent('is told together with the others, before anything is asked', () =>
    withScene(files(), async (scene) => {
      const inputs = { mode: 'evalute', cases: 'ten', fresh: 'yes', status: 'check', 'head-sha': 'abc' };
      const run = await pushPull(scene, reworded(), { inputs });
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      for (const name of Object.keys(inputs)) expect(run.summary).toContain(name);
      expect(scene.github.requests).toEqual([]);
    }));

  it.concurrent('a config that is not there is named', () =>
    withScene(files(), async (scene) => {
      const run = await pushPull(scene, reworded(), { inputs: { config: 'other.yml' } });
      expect(run).toMatchObject({ code: 1, calls: [], outputs: { verdict: 'invalid' } });
      expect(run.summary).toContain('other.yml');
    }));
});
