import type { Problem } from '../../errors.ts';
import { cutText, oneLine } from '../escape.ts';
import { tellProblem } from '../words/place.ts';
import { type Screen, wrapAfter } from './screen.ts';

const maxText = 2000;

/** A problem as lines of the screen: `error  prompt-assay.yml:12:5  "chekcs" is unknown. Did you mean "checks"?` */
export function renderProblemLines(kind: 'error' | 'warning', problem: Problem, screen: Screen): readonly string[] {
  const parts = tellProblem({ ...problem, path: problem.path && oneLine(problem.path) }).split('  ');
  return wrapAfter(screen, kind === 'error' ? 'red' : 'yellow', kind, cutText(parts.map(oneLine).join('  '), maxText));
}
