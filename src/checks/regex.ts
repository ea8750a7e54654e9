import { RE2JS } from 're2js';
import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { CheckKind, Rule } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, type Target, targetText, unreadable } from './finding.ts';
import { normalizeKey, normalizeText, readSteps } from './normalize.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import { explainRefusal, withUnseen } from './unseen.ts';

/** The pattern matches somewhere in the target; `^` and `$` anchor it. */
export const regex: CheckKind = {
  type: 'regex',
  properties: {
    pattern: {
      type: 'string',
      minLength: 1,
      maxLength: 10_000,
      description:
        'A regular expression in RE2 syntax (no look-around, no back-references), found anywhere in the target; `(?i)` at its start ignores case.',
    },
    normalize: normalizeKey,
  },
  required: ['pattern'],
  templates: [],
  dependencies: () => [],
  compile: compileRegex,
};

function compileRegex(config: CheckConfig): Rule {
  const pattern = String(config.options.pattern);
  const steps = readSteps(config.options);
  let compiled: Pattern;
  try {
    compiled = compilePattern(pattern, steps.has('case') ? RE2JS.CASE_INSENSITIVE : 0);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.replace('error parsing regexp: ', '') : String(cause);
    const hint = 'Patterns are RE2: no look-around, no back-references, counts up to 1000.';
    throw UserError.of(`the pattern of check "${config.name}" is not valid: ${fault}.`, hint, config.where, { cause });
  }
  const test = (text: string) => compiled.test(text) === true;
  const measure = (target: Target) => {
    // A pattern with a capital would match no text in lower case: it ignores case by itself.
    const text = normalizeText(targetText(target), new Set([...steps].filter((step) => step !== 'case')));
    const matches = compiled.test(text);
    if (matches === null) return unreadable(`has ${text.length} characters, too many for this pattern`);
    if (matches) return found(true, `matches ${excerpt(pattern)}`);
    return found(false, withUnseen(`does not match ${excerpt(pattern)}`, explainRefusal(text, steps, test)));
  };
  return { measure, isMetBySilence: test('') };
}
