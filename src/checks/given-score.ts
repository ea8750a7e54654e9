import type { CheckKind } from './check.ts';
import { found, unscored } from './finding.ts';

/** A score that whoever made the output gave it: of an evaluator of the user's own, or of another tool. */
export const givenScore: CheckKind = {
  type: 'given-score',
  properties: {
    of: {
      type: 'string',
      minLength: 1,
      description: 'The name of the score among those that came with an output, from 0 to 1.',
    },
  },
  required: ['of'],
  templates: [],
  dependencies: () => [],
  compile: ({ options }) => {
    const name = String(options.of);
    return {
      isGiven: true,
      idle: ['at', 'tool'],
      follow: ({ scores = {} }) => {
        const score = Object.hasOwn(scores, name) ? scores[name] : undefined;
        if (score !== undefined) return found(score, `${name} is ${score}`);
        const known = Object.keys(scores).join(', ');
        return unscored(`no score ${name} came with the output${known === '' ? '' : `, only ${known}`}`);
      },
    };
  },
};
