import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import type { LabelLine } from '../../../src/judges/labels/lines.ts';
import { readSubjects } from '../../../src/judges/labels/outputs.ts';

const read = (output: Json) => {
  const line = { record: { output, variables: { input: 'q' } }, line: 3 } as unknown as LabelLine;
  return readSubjects('evals/labels.jsonl', [line], () => [])[0]?.output;
};

describe('an output that people labelled', () => {
  it('keeps what was done, for a judge that is shown it', () => {
    const trajectory = [
      { role: 'tool', content: 'ok', toolCallId: '1' },
      { role: 'assistant', content: 'Done.' },
    ];
    expect(read({ content: 'Done.', trajectory })?.trajectory).toEqual(trajectory);
    expect(read({ content: 'Done.' })).not.toHaveProperty('trajectory');
  });

  it('is an error with its line where that cannot be read', () => {
    expect(() => read({ content: 'Done.', trajectory: [{ role: 'robot', content: '' }] })).toThrow(
      /labels\.jsonl:3.*"trajectory" that cannot be read/s,
    );
  });
});
