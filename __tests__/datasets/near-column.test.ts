import { describe, expect, it } from '@jest/globals';
import { findNearColumn } from '../../src/datasets/near-column.ts';

describe('the column that is probably meant', () => {
  it.each<[string, readonly string[], string | null]>([
    ['expected', ['text', 'label'], 'label'],
    ['expected', ['question', 'output', 'gold'], 'gold'],
    ['expected', ['prompt', 'completion', 'response'], 'completion'],
    ['expected', ['q', 'Correct Answer'], 'Correct Answer'],
    ['expected', ['message', 'intent'], 'intent'],
    ['expected', ['reference_contexts', 'category'], 'category'],
    ['expected', ['expcted'], 'expcted'],
    ['answer', ['question', 'gold_label'], 'gold_label'],
    ['ideal', ['question', 'truth'], 'truth'],
    ['question', ['id', 'text'], 'text'],
    ['input', ['id', 'user_message'], null],
    ['input', ['id', 'Question'], 'Question'],
    ['context', ['documents'], 'documents'],
    ['tone', ['text', 'label'], null],
  ])('for %s in %j is %s', (name, columns, near) => expect(findNearColumn(name, columns)).toBe(near));
});
