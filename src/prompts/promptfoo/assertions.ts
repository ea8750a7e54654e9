import { buildProblem, collectProblems, type Problem } from '../../errors.ts';
import { isJsonNumber, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { hintKnown, quoteName } from '../../text/problems.ts';
import { type Asked, findKind, nearKinds } from './assertion-kinds.ts';
import { fillValue } from './fill.ts';
import { gradedKinds } from './graded-kinds.ts';
import { note, type Opened, scalarText } from './notes.ts';
import { isGiven, itemsOf, openPart, type Part } from './part.ts';
import { findModelId } from './providers.ts';
import { findFiles, isReference } from './references.ts';
import type { Test } from './tests.ts';
import { isRefusal, type Refusal, unreadKinds } from './unread-kinds.ts';

/** What a judge is to say of a test. */
export interface Graded {
  readonly type: string;
  /** Empty where the judge needs none. */
  readonly text: string;
  /** The model that is to judge; null where none is named. */
  readonly model: string | null;
  readonly part: Part;
}

/** The assertions of one test, as far as they can be read. */
export interface ReadAssertions {
  readonly checks: readonly JsonObject[];
  readonly graded: readonly Graded[];
  readonly refused: readonly Problem[];
}

/** A check with what it counts in a mean. */
interface Weighed {
  readonly check: JsonObject;
  readonly weight: number;
}

/** Reads the assertions of a test, their templates filled with its variables. With a threshold the weighted mean of the checks has to reach it, else each has to hold. */
export function readAssertions(
  opened: Opened,
  { assert, threshold, options }: Pick<Test, 'assert' | 'threshold' | 'options'>,
  variables: JsonObject,
  tools: readonly string[],
): ReadAssertions {
  const graded: Graded[] = [];
  const refused: Problem[] = [];
  const reader = new Reader(opened, { variables, tools, grader: options.get('provider') ?? null }, graded, refused);
  const weighed = assert.flatMap((part) => reader.read(part));
  return { checks: combine(weighed, threshold, refused), graded, refused };
}

/** What a test asks with. */
interface Asking {
  readonly variables: JsonObject;
  readonly tools: readonly string[];
  /** Who grades, where the test says it. */
  readonly grader: Part | null;
}

class Reader {
  readonly #opened: Opened;
  readonly #variables: JsonObject;
  readonly #tools: readonly string[];
  readonly #grader: Part | null;
  readonly #graded: Graded[];
  readonly #refused: Problem[];

  constructor(opened: Opened, { variables, tools, grader }: Asking, graded: Graded[], refused: Problem[]) {
    this.#opened = opened;
    this.#variables = variables;
    this.#tools = tools;
    this.#grader = grader;
    this.#graded = graded;
    this.#refused = refused;
  }

  read(part: Part): readonly Weighed[] {
    if (!isGiven(part)) return [];
    const { value: type } = part.child('type');
    if (!isJsonObject(part.value) || typeof type !== 'string') {
      note(this.#opened, 'errors', part, 'is an assertion without "type".', 'Write "type: contains" and "value: …".');
      return [];
    }
    const weight = isJsonNumber(part.child('weight').value) ? Number(part.child('weight').value) : 1;
    if (weight <= 0)
      return this.#refuse(part, type, {
        fault: 'has no weight, so that it decides nothing',
        hint: 'Remove it, or give it a weight.',
      });
    if (isGiven(part.child('transform'))) {
      const hint = 'A check of a suite looks at a part of JSON by "path: /name", at a code fence by "from: fenced".';
      return this.#refuse(part, type, { fault: 'changes the answer by code before it looks ("transform")', hint });
    }
    if (type === 'assert-set') return this.#readSet(part, weight);
    return this.#readOne(part, type, weight);
  }

  #readSet(part: Part, weight: number): readonly Weighed[] {
    const weighed = itemsOf(part.child('assert')).flatMap((member) => this.read(member));
    const threshold = part.child('threshold');
    const sum = weighed.reduce((total, one) => total + one.weight, 0);
    if (!isGiven(threshold)) return weighed.map((one) => ({ ...one, weight: (one.weight * weight) / sum }));
    return combine(weighed, threshold, this.#refused).map((check) => ({ check, weight }));
  }

  #readOne(part: Part, type: string, weight: number): readonly Weighed[] {
    const isNot = type.startsWith('not-');
    const plain = isNot ? type.slice('not-'.length) : type;
    const unread = unreadKinds.get(plain);
    const translate = findKind(plain);
    const kind = gradedKinds.get(plain);
    if (unread !== undefined) return this.#refuse(part, type, unread);
    if (plain.startsWith('promptfoo:')) {
      return this.#refuse(part, type, {
        fault: 'belongs to red teaming, which is not done here',
        hint: 'Write a criterion for a judge (llm-rubric).',
      });
    }
    if (translate === null && kind === undefined) {
      const hint = hintKnown(plain, [
        'equals',
        'contains',
        'icontains',
        'regex',
        'is-json',
        'llm-rubric',
        'starts-with',
      ]);
      note(this.#opened, 'errors', part.child('type'), `${quoteName(type)} is no type of assertion.`, hint);
      return [];
    }
    const value = this.#fill(part.child('value'));
    if ('fault' in value) return this.#refuse(part, type, value);
    if (translate === null) return this.#readGraded(part, type, isNot, value.value);
    const { value: limit } = part.child('threshold');
    const asked: Asked = {
      value: value.value,
      threshold: isJsonNumber(limit) ? Number(limit) : null,
      tools: this.#tools,
    };
    const check = translate(asked);
    if (isRefusal(check)) return this.#refuse(part, type, check);
    this.#guess(part, plain);
    return [{ check: { ...check, ...(isNot && { not: true }) }, weight }];
  }

  #readGraded(part: Part, type: string, isNot: boolean, value: Json): readonly Weighed[] {
    const kind = gradedKinds.get(type);
    if (isNot || kind === undefined) {
      return this.#refuse(part, type, {
        fault: 'turns a judge round',
        hint: 'Write as its value what the answer must not do or say.',
      });
    }
    const text = Array.isArray(value)
      ? value.map((one) => `- ${scalarText(one) ?? ''}`).join('\n')
      : (scalarText(value) ?? '');
    if (kind.hasText && text.trim() === '') {
      return this.#refuse(part, type, {
        fault: 'has no text for the judge',
        hint: 'Write "value:" with what the answer has to meet.',
      });
    }
    const lacks = kind.needs.length > 0 && !kind.needs.some((name) => Object.hasOwn(this.#variables, name));
    if (lacks) {
      const [name = ''] = kind.needs;
      return this.#refuse(part, type, {
        fault: `needs a variable "${name}"`,
        hint: `Name the variable that holds it "${name}".`,
      });
    }
    this.#guess(part, type);
    const named = isGiven(part.child('provider')) ? part.child('provider') : this.#grader;
    this.#graded.push({ type, text: kind.hasText ? text : '', model: readGrader(named), part });
    return [];
  }

  /** Says once a file how the nearest that is there differs. */
  #guess(part: Part, type: string): void {
    const near = nearKinds.get(type);
    const message = `${quoteName(type)} ${near}.`;
    if (near === undefined || this.#opened.notes.guesses.some((guess) => guess.message === message)) return;
    note(
      this.#opened,
      'guesses',
      part,
      message,
      'Write a check or a judge of a suite where that is not what is meant.',
    );
  }

  /** The value with its templates filled in, or that of the file that it names. */
  #fill(part: Part): { readonly value: Json } | Refusal {
    if (isReference(part.value)) {
      const found: Problem[] = [];
      const [file] = findFiles({ ...this.#opened, notes: { ...this.#opened.notes, errors: found } }, part);
      if (file === undefined)
        return { fault: 'has a file as its value that cannot be read', hint: found[0]?.hint ?? 'Correct the path.' };
      if (!/\.(json|ya?ml)$/i.test(file.path)) return { value: file.text.trim() };
      return { value: collectProblems(this.#opened.notes.errors, () => openPart(file).value) };
    }
    const filled = fillValue(part.value, this.#variables);
    return 'fault' in filled ? { ...filled, hint: 'Give the test such a variable, or write the text itself.' } : filled;
  }

  #refuse(part: Part, type: string, { fault, hint }: Refusal): readonly Weighed[] {
    this.#refused.push(buildProblem(`${quoteName(type)} is not read: it ${fault}.`, hint, part.where()));
    return [];
  }
}

/** The model of a grader, given as an id or a mapping with one; null where there is none that answers a chat. */
function readGrader(part: Part | null): string | null {
  const { value } = part ?? { value: null };
  const id = isJsonObject(value) ? (value.id ?? null) : value;
  return typeof id === 'string' ? findModelId(id) : null;
}

/** What a row brings: its checks, or one mean of them that has to reach the threshold. */
function combine(weighed: readonly Weighed[], threshold: Part, refused: Problem[]): readonly JsonObject[] {
  if (!isGiven(threshold) || weighed.length === 0) return weighed.map(({ check }) => check);
  const limit = isJsonNumber(threshold.value) ? Number(threshold.value) : Number.NaN;
  if (!(limit > 0 && limit <= 1)) {
    const message = 'a threshold that is no number above 0 and up to 1 decides nothing: what it is for is not read.';
    refused.push(buildProblem(message, 'Write one from 0 to 1, or remove it.', threshold.where()));
    return [];
  }
  // In a mean each score counts as it is.
  const checks = weighed.map(({ check: { threshold: _own, ...check }, weight }) => ({
    ...check,
    ...(weight !== 1 && { weight }),
  }));
  return [{ type: 'mean-of', checks, threshold: limit }];
}
