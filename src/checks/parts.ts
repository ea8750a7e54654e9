import type { CheckKind } from './check.ts';
import { type Finding, found, type Target, targetText, unreadable } from './finding.ts';
import { maxTexts, nameTexts, readTexts, valuesKey } from './listed-texts.ts';
import { normalizeText, readSteps } from './normalize.ts';
import { comparing } from './text.ts';
import { explainUnseen, withUnseen } from './unseen.ts';

/** What of several texts stands in the target, and what does not. */
interface Sight {
  readonly text: string;
  readonly all: readonly string[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
  /** How the first text that is absent would be there but for what is hard to see; null where that is not so. */
  explainFirst(): string | null;
}

/** The target contains every text of a list. One without texts asks for nothing, which any answer but an empty one gives. */
export const containsAll = buildPartsKind('contains-all', ({ text, all, absent, explainFirst }) => {
  if (all.length === 0) return found(text.trim() !== '', 'is empty, and no text is listed');
  if (absent.length === 0) return found(true, `contains ${nameTexts(all)}`);
  return found(false, withUnseen(`lacks ${absent.length} of ${all.length}: ${nameTexts(absent)}`, explainFirst()));
});

/** The target contains a text of a list. Of a list without texts there is none, also under `not`. */
export const containsAny = buildPartsKind('contains-any', ({ all, present, explainFirst }) => {
  if (all.length === 0) return unreadable('no text is listed to look for');
  if (present.length > 0) return found(true, `contains ${nameTexts(present)}`);
  return found(false, withUnseen(`contains none of ${nameTexts(all)}`, explainFirst()));
});

/** The target contains no text of a list. */
export const noneOf = buildPartsKind(
  'none-of',
  ({ present }) =>
    found(present.length === 0, present.length === 0 ? 'contains none' : `contains ${nameTexts(present)}`),
  true,
);

function buildPartsKind(type: string, judge: (sight: Sight) => Finding, isMetBySilence = false): CheckKind {
  return {
    type,
    properties: { values: valuesKey, ...comparing },
    required: ['values'],
    templates: ['values'],
    dependencies: () => [],
    compile: () => ({
      measure: (target, options) => {
        const all = readTexts(options.values ?? null);
        if (all.length > maxTexts)
          return unreadable(`${all.length} texts are listed; at most ${maxTexts} are looked for`);
        return judge(lookFor(all, target, readSteps(options)));
      },
      isMetBySilence,
    }),
  };
}

function lookFor(all: readonly string[], target: Target, steps: ReturnType<typeof readSteps>): Sight {
  const text = normalizeText(targetText(target), steps);
  const parts = all.map((part) => ({ part, wanted: normalizeText(part, steps) }));
  const present = parts.filter(({ wanted }) => text.includes(wanted));
  const absent = parts.filter((one) => !present.includes(one));
  const [first] = absent;
  return {
    text,
    all,
    present: present.map(({ part }) => part),
    absent: absent.map(({ part }) => part),
    explainFirst: () => (first === undefined ? null : explainUnseen(text, first.wanted, 'anywhere', steps)),
  };
}
