import type { BuiltinRubric } from './builtin-rubric.ts';
import { coherence } from './coherence.ts';
import { factuality } from './factuality.ts';
import { fluency } from './fluency.ts';
import { goalReached } from './goal-reached.ts';
import { groundedness } from './groundedness.ts';
import { helpfulness } from './helpfulness.ts';
import { needlessSteps } from './needless-steps.ts';
import { relevance } from './relevance.ts';
import { safety } from './safety.ts';
import { similarity } from './similarity.ts';

/** The rubrics that `rubric: builtin:NAME` can name. */
export const builtinRubrics: readonly BuiltinRubric[] = [
  helpfulness,
  coherence,
  safety,
  factuality,
  groundedness,
  relevance,
  fluency,
  similarity,
  goalReached,
  needlessSteps,
];
