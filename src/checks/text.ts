import { canonicalJson, isJsonNumber, type Json, type JsonObject } from '../json.ts';
import { anyExpected } from './any-expected.ts';
import type { CheckKind } from './check.ts';
import { excerpt } from './excerpt.ts';
import { type Finding, found, type Target, targetText } from './finding.ts';
import { asText } from './listed-texts.ts';
import { normalizeJson, normalizeKey, normalizeText, readSteps } from './normalize.ts';
import { isSameJson, readLike } from './same-json.ts';
import { explainUnseen, type Place, withUnseen } from './unseen.ts';

const ignoreCase = {
  type: 'boolean',
  default: false,
  description: 'Compare without regard to upper and lower case.',
} as const;
/** The keys of checks that compare texts. */
export const comparing = { 'ignore-case': ignoreCase, normalize: normalizeKey };

/** Equal text; an expected value that is no string is compared as JSON, member by member and whatever their order. */
export const equals: CheckKind = {
  type: 'equals',
  properties: {
    expected: {
      type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
      description:
        'The value the target must equal. Strings in it are templates; a value that is exactly one `{{ variable }}` keeps its JSON type.',
    },
    ...comparing,
  },
  required: ['expected'],
  templates: ['expected'],
  dependencies: () => [],
  compile: () => ({ measure: anyExpected(isEqual) }),
};

/** The target contains the expected text. */
export const contains = buildTextKind('contains', 'contains', 'does not contain', 'anywhere', (text, part) =>
  text.includes(part),
);

/** The target begins with the expected text. */
export const startsWith = buildTextKind('starts-with', 'starts with', 'does not start with', 'start', (text, part) =>
  text.startsWith(part),
);

/** The target ends with the expected text. */
export const endsWith = buildTextKind('ends-with', 'ends with', 'does not end with', 'end', (text, part) =>
  text.endsWith(part),
);

function buildTextKind(
  type: string,
  yes: string,
  no: string,
  place: Place,
  test: (text: string, part: string) => boolean,
): CheckKind {
  const measure = (target: Target, options: JsonObject): Finding => {
    const steps = readSteps(options);
    const part = asText(options.expected ?? null);
    const [text, wanted] = [targetText(target), part].map((one) => normalizeText(one, steps)) as [string, string];
    if (test(text, wanted)) return found(true, `${yes} ${excerpt(part)}`);
    return found(false, withUnseen(`${no} ${excerpt(part)}`, explainUnseen(text, wanted, place, steps)));
  };
  return {
    type,
    properties: {
      expected: {
        type: ['string', 'number', 'boolean'],
        minLength: 1,
        description: 'The text to look for; a template, filled in with the row.',
      },
      ...comparing,
    },
    required: ['expected'],
    templates: ['expected'],
    dependencies: () => [],
    compile: () => ({ measure: anyExpected(measure) }),
  };
}

function isEqual(target: Target, options: JsonObject): Finding {
  const expected = options.expected ?? null;
  const actual = readLike(target, expected);
  if (actual === undefined) {
    return found(false, `is ${describe(targetText(target))}, which is not JSON, expected ${describe(expected)}`);
  }
  const steps = readSteps(options);
  const [ours, theirs] = [normalizeJson(actual, steps), normalizeJson(expected, steps)];
  if (isSameJson(ours, theirs)) return found(true, `is ${describe(expected)}`);
  const areTexts = typeof ours === 'string' && typeof theirs === 'string';
  const unseen = areTexts ? explainUnseen(ours, theirs, 'whole', steps) : null;
  return found(false, withUnseen(`is ${describe(actual)}, expected ${describe(expected)}`, unseen));
}

/** Names the type where it is not text, so that the number 4 and the text "4" are told apart. */
function describe(value: Json): string {
  if (typeof value === 'string') return excerpt(value);
  if (isJsonNumber(value)) return `the number ${value}`;
  return typeof value === 'object' && value !== null ? `the JSON ${excerpt(canonicalJson(value))}` : String(value);
}
