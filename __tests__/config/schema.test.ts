import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkKinds } from '../../src/checks/registry.ts';
import { parseConfig } from '../../src/read/parse-config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8');
const examplesOf = (path: string) =>
  [...read(path).matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] as string);

it('the published schema and the lists of keys are those in force', () => {
  const run = () =>
    execFileSync(process.execPath, [`${root}/scripts/schemas.mjs`, '--check'], { encoding: 'utf8', stdio: 'pipe' });
  expect(run).not.toThrow();
});

it('says of every key what it means, which is what an editor shows', () => {
  const mute: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {} } = schema as { readonly properties?: Readonly<Record<string, unknown>> };
    for (const [key, property] of Object.entries(properties)) {
      // A branch for a type lists the keys that all types share as `true`, and the condition of it describes nothing.
      if (property === true || path.endsWith('/if')) continue;
      const { description } = property as { readonly description?: string };
      if (!description?.endsWith('.')) mute.push(`${path}/${key}`);
    }
    for (const [name, part] of Object.entries(schema)) visit(part, `${path}/${name}`);
  };
  visit(JSON.parse(read('schemas/prompt-assay.schema.json')), '');
  expect(mute).toEqual([]);
});

describe('docs/checks.md', () => {
  const examples = examplesOf('docs/checks.md');

  it.each(checkKinds.map(({ type }, index) => [type, examples[index] ?? ''] as const))(
    'shows %s by an example that works',
    (type, example) => {
      const checks = example.replaceAll(/^/gm, '      ');
      const { config } = parseConfig({
        path: 'c.yml',
        text: `version: 1\nsuites:\n  - name: a\n    prompts: p.md\n    checks:\n${checks}`,
      });
      expect(config.suites[0]?.metrics[0]).toMatchObject({ type });
    },
  );
});

it('the whole example in docs/config.md works', () => {
  const { config, warnings } = parseConfig({ path: 'prompt-assay.yml', text: examplesOf('docs/config.md')[1] ?? '' });
  expect(config.suites[0]?.metrics.map(({ name }) => name)).toEqual(['valid', 'label', 'helpful']);
  expect(warnings).toEqual([]);
});
