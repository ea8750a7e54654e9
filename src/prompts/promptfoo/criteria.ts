import type { CheckConfig, JudgeConfig, MetricConfig } from '../../config/config.ts';
import { buildProblem, type Problem, type Where } from '../../errors.ts';
import { isJsonNumber, type JsonObject } from '../../json.ts';
import { quoteName } from '../../text/problems.ts';
import { makeUnique } from '../github-evaluators.ts';
import { unsetCheck, unsetJudge } from '../unset-metrics.ts';
import { checkGraders, messageText, readGrader, toRowTemplate } from './graders.ts';
import { note, type Opened } from './notes.ts';
import { itemsOf, type Part } from './part.ts';
import { isRefusal, type Refusal } from './unread-kinds.ts';

/** A scale of a model is read in so many steps at most. */
const maxSteps = 10;
const names = ['string_check', 'text_similarity', 'label_model', 'score_model', 'multi'];

/** Reads `testing_criteria`, the graders of an eval at OpenAI, as checks and judges of all rows; `unread` says why others cannot be read. */
export function readCriteria(opened: Opened): {
  readonly metrics: readonly MetricConfig[];
  readonly unread: readonly Problem[];
} {
  const metrics: MetricConfig[] = [];
  const unread: Problem[] = [];
  for (const part of itemsOf(opened.root.child('testing_criteria'))) {
    const type = String(part.child('type').value);
    const { value: written } = part.child('name');
    const base = typeof written === 'string' && written.trim() !== '' ? written.trim().slice(0, 90) : type;
    const metric = readCriterion(opened, part, type, makeUnique(base, metrics));
    if (!('fault' in metric)) metrics.push(metric);
    else
      unread.push(
        buildProblem(`the grader ${quoteName(base)} is not read: it ${metric.fault}.`, metric.hint, part.where()),
      );
  }
  return { metrics, unread };
}

function readCriterion(opened: Opened, part: Part, type: string, name: string): MetricConfig | Refusal {
  const where = part.where();
  if (checkGraders.includes(type)) {
    const written = readGrader(part);
    if (isRefusal(written)) return written;
    const { threshold, ...check } = written;
    if (threshold !== undefined) {
      const message = `the grader ${quoteName(name)} counts by its score, and not by its threshold.`;
      note(
        opened,
        'guesses',
        part.child('pass_threshold'),
        message,
        'Write a check of a suite with "min-score" where a mean must reach it.',
      );
    }
    return buildCheck(check, name, where);
  }
  if (type === 'label_model') return readLabels(part, name);
  if (type === 'score_model') return readScores(opened, part, name);
  if (type === 'python')
    return {
      fault: 'is code',
      hint: 'Code of a change is never run here: write what it looks for as a check of a suite.',
    };
  return { fault: `is of the unknown type ${quoteName(type)}`, hint: `Known: ${names.join(', ')}.` };
}

function buildCheck(
  { type, path = null, not = false, weight: _weight, ...options }: JsonObject,
  name: string,
  where: Where,
): CheckConfig {
  const members = (Array.isArray(options.checks) ? options.checks : []) as readonly JsonObject[];
  return {
    ...unsetCheck,
    type: String(type),
    name,
    path: path as string | null,
    not: not === true,
    options,
    where,
    ...(members.length > 0 && { members: members.map((member) => buildCheck(member, name, where)) }),
  };
}

function readLabels(part: Part, name: string): JudgeConfig | Refusal {
  const passing = itemsOf(part.child('passing_labels')).map(({ value }) => String(value));
  const labels = [...new Set(itemsOf(part.child('labels')).map(({ value }) => String(value)))];
  const choices = labels.map((choice) => ({ choice, score: passing.includes(choice) ? 1 : 0 }));
  const scores = new Set(choices.map(({ score }) => score));
  if (scores.size < 2)
    return { fault: 'has labels that all count alike', hint: 'List "labels", and some of them as "passing_labels".' };
  return buildJudge(part, name, choices);
}

function readScores(opened: Opened, part: Part, name: string): JudgeConfig | Refusal {
  const [low = 0, high = 1] = itemsOf(part.child('range')).map(({ value }) =>
    isJsonNumber(value) ? Number(value) : Number.NaN,
  );
  if (!(high > low)) return { fault: 'has no range of numbers', hint: 'Write "range: [0, 1]".' };
  const isWhole = Number.isInteger(low) && Number.isInteger(high) && high - low > 1 && high - low <= maxSteps;
  const steps = isWhole ? high - low : 4;
  const values = Array.from({ length: steps + 1 }, (_, index) => low + ((high - low) * index) / steps);
  const message = `the grader ${quoteName(name)} is asked for one of ${values.join(', ')}, and counts by its score.`;
  note(opened, 'guesses', part, message, 'Write a judge of a suite with "choices" of its own where others are meant.');
  return buildJudge(
    part,
    name,
    values.map((value) => ({ choice: String(value), score: (value - low) / (high - low) })),
  );
}

function buildJudge(part: Part, name: string, choices: readonly JsonObject[]): JudgeConfig | Refusal {
  const texts = itemsOf(part.child('input')).map(messageText);
  const written = texts.map((text) => (text === null ? null : toRowTemplate(text, 'completion')));
  const prompt = written.filter((text) => text !== null).join('\n\n');
  if (written.length === 0 || written.includes(null)) {
    return {
      fault: 'asks a model about more than texts of the row and the answer',
      hint: 'Write it as a judge of a suite.',
    };
  }
  const { value: model } = part.child('model');
  const whole = prompt.includes('{{completion}}') ? prompt : `${prompt}\n\nThe answer:\n\n{{completion}}`;
  return {
    ...unsetJudge,
    type: 'choices',
    name,
    rubric: null,
    options: { prompt: whole, choices },
    model: typeof model === 'string' ? model : null,
    where: part.where(),
  };
}
