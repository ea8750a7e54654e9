import { RE2JS } from 're2js';
import type { CheckConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { CheckKind, Rule } from './check.ts';
import { excerpt } from './excerpt.ts';
import { found, type Target, targetText } from './finding.ts';

/** Compiles a JavaScript-style pattern for matching in linear time (RE2: no look-around, no back-references); throws an Error that names the fault. */
export function compilePattern(pattern: string): RE2JS {
  return RE2JS.compile(RE2JS.translateRegExp(pattern));
}

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
  },
  required: ['pattern'],
  templates: [],
  dependencies: () => [],
  compile: compileRegex,
};

function compileRegex(config: CheckConfig): Rule {
  const pattern = String(config.options.pattern);
  let compiled: RE2JS;
  try {
    compiled = compilePattern(pattern);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.replace('error parsing regexp: ', '') : String(cause);
    const hint = 'Patterns are RE2: no look-around, no back-references, counts up to 1000.';
    throw UserError.of(`the pattern of check "${config.name}" is not valid: ${fault}.`, hint, config.where, { cause });
  }
  const measure = (target: Target) => {
    const holds = compiled.test(targetText(target));
    return found(holds, `${holds ? 'matches' : 'does not match'} ${excerpt(pattern)}`);
  };
  return { measure };
}
