import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { startingModel } from '../../src/init/config-text.ts';
import { renderOutputsWorkflow, renderPromptWorkflow } from '../../src/init/workflow-text.ts';
import { priceTable } from '../../src/prices/price-table.ts';

const folder = 'docs/recipes';
const recipes = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n');
const workflows = [
  ['for prompts', renderPromptWorkflow(null)],
  ['for a local model', renderPromptWorkflow('http://127.0.0.1:11434/v1')],
  ['for a model on another machine', renderPromptWorkflow('http://models.internal:8000/v1')],
  ['for outputs', renderOutputsWorkflow()],
] as const;

describe.each(workflows)('the workflow %s', (_name, text) => {
  const { permissions, jobs } = parse(text);

  it('uses what the recipes use, at the same commits', () => {
    const used = [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(1);
    expect(used.filter((name) => !recipes.includes(`uses: ${name}`))).toEqual([]);
  });

  it('gives its jobs the permissions that those of the recipes have', () => {
    expect(permissions).toEqual({});
    expect(jobs.assay.permissions).toEqual({ contents: 'read', 'pull-requests': 'write', statuses: 'write' });
    expect(jobs.baseline.permissions).toEqual({ contents: 'write' });
  });

  it('keeps the page that the comment leads to, after a red run, too', () => {
    const last = jobs.assay.steps.at(-1);
    expect(last).toMatchObject({ if: 'always()', with: { path: 'prompt-assay-report/report.html', archive: false } });
    expect(last.uses).toMatch(/^actions\/upload-artifact@/);
  });

  it('keeps the key from every step but those that ask a model', () => {
    expect(text.includes('secrets.')).toBe(!text.includes('127.0.0.1'));
    expect(parse(text).env).toBeUndefined();
    expect(jobs.assay.env).toBeUndefined();
  });
});

it('the model to begin with has a price', () => {
  expect(priceTable.map(([model]) => model)).toContain(startingModel);
});
