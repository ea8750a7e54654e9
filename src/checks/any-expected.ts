import type { Json } from '../json.ts';
import type { Measure } from './finding.ts';

/**
 * Measures a text against what is expected of it; where that is a list of texts, as OpenAI's evals give one, any of them will do. A value that a path
 * points to is measured against the list itself, and so is a text beside: it may be that list in JSON.
 */
export function anyExpected(measure: Measure): Measure {
  return (target, options) => {
    const texts = target.kind === 'text' ? listTexts(options.expected ?? null) : null;
    const whole = measure(target, options);
    if (texts === null || whole.degree === 1) return whole;
    const findings = texts.map((expected) => measure(target, { ...options, expected }));
    const best = findings.reduce((one, other) => (other.degree > one.degree ? other : one));
    return best.degree === 1 || texts.length === 1
      ? best
      : { ...best, because: `${best.because}, the nearest of ${texts.length} that would do` };
  };
}

function listTexts(expected: Json): readonly string[] | null {
  const isList = Array.isArray(expected) && expected.length > 0 && expected.every((one) => typeof one === 'string');
  return isList ? expected : null;
}
