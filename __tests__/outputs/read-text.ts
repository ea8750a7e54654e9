import { readFileSync } from 'node:fs';
import { type Problem, UserError } from '../../src/errors.ts';
import { readSource } from '../../src/outputs/sources.ts';
import type { Supplied } from '../../src/outputs/supplied.ts';

/** Reads one of `fixtures/outputs`. */
export function readFixture(name: string): Supplied {
  return readSource({ path: name, text: readFileSync(`fixtures/outputs/${name}`, 'utf8') });
}

/** Reads a text as a file of outputs. */
export function readText(text: string): Supplied {
  return readSource({ path: 'results', text });
}

/** What is wrong with a text; none where it is read. */
export function problemsOf(text: string): readonly Problem[] {
  try {
    readText(text);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

/** Its outputs, each as `case/sample what-came`, a reason after it where it failed. */
export function briefly({ outputs }: Supplied): readonly string[] {
  return outputs.map(({ case: id, sample, result }) => {
    const came = result.status === 'answered' ? result.output.content : result.status;
    return `${id}/${sample ?? '?'} ${came}`;
  });
}
