import type { Subject } from '../checks/check.ts';
import type { JudgeConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { SourceFile } from '../text/source-file.ts';
import { allParts, type BlockUse, listMissing, readColumns, renderCaseBlocks } from './blocks.ts';
import { buildJudge } from './build-judge.ts';
import { expectedLevel } from './expected-level.ts';
import type { JudgeKind, OutputJudge } from './judge.ts';
import { renderOutputBlocks } from './output-blocks.ts';
import { buildForm, closingFields, readReply } from './reply.ts';
import { checkLevels, readRubricFile } from './rubric-file.ts';
import { builtinRubrics } from './rubrics/builtin.ts';

const builtinPrefix = 'builtin:';
const form = buildForm({ score: { type: 'integer', enum: [1, 2, 3, 4, 5] }, ...closingFields });
const formText = `Reply with one JSON object and nothing else:
{"score": the level from 1 to 5, "abstain": true or false, "reason": "what decided it, at most 40 words"}`;

/** A rubric ready to be shown, and the parts of the case it needs. */
interface Rubric {
  readonly text: string;
  readonly use: BlockUse;
  readonly version: number | null;
}

/** One number on a scale with five described levels; 1 to 5 becomes 0, .25, .5, .75, 1. */
export const rubric: JudgeKind<OutputJudge> = {
  type: 'rubric',
  properties: {},
  required: ['rubric'],
  dependencies: ({ rubric: name }) => (name === null || name.startsWith(builtinPrefix) ? [] : [name]),
  reads: ({ rubric: name }, variables) =>
    readColumns(builtinRubrics.find((known) => name === `${builtinPrefix}${known.name}`)?.use ?? allParts, variables),
  compile: (config, files) => {
    const { text, use, version } = findRubric(config, files);
    const protocol = buildJudge<Subject>({
      config,
      formName: 'rubric_judgement',
      form,
      formText,
      content: { text, version },
      brief: { text, answer: { by: 'level' } },
      task: () =>
        `You judge one answer of an assistant on a scale from 1 to 5, by this rubric. Choose the level whose description fits best.\n\n# Rubric\n\n${text}`,
      material: (subject, tag) => {
        requireParts(config, listMissing(subject, use));
        return [...renderCaseBlocks(subject, use, tag), renderOutputBlocks(subject.output, config.at, tag)].join(
          '\n\n',
        );
      },
      parseReply: (reply, _subject, tokens = []) =>
        readReply(reply, form, ({ score, reason }) => {
          const level = [1, 2, 3, 4, 5].find((known) => known === score);
          return level === undefined
            ? '"score" must be 1, 2, 3, 4 or 5'
            : { score: ((expectedLevel(tokens) ?? level) - 1) / 4, reason: String(reason) };
        }),
    });
    return { ...protocol, sees: 'output' };
  },
};

function findRubric(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): Rubric {
  if (!config.rubric?.startsWith(builtinPrefix)) {
    const file = readRubricFile(config, files);
    checkLevels(file);
    return { text: file.text.trim(), use: allParts, version: null };
  }
  const name = config.rubric.slice(builtinPrefix.length);
  const builtin = builtinRubrics.find((known) => known.name === name);
  if (builtin !== undefined) return builtin;
  const known = builtinRubrics.map((one) => one.name).join(', ');
  throw UserError.of(
    `the judge "${config.name}" names the unknown built-in rubric "${name}".`,
    `Built in are ${known}.`,
    config.where,
  );
}

function requireParts(config: JudgeConfig, missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw UserError.of(
    `the judge "${config.name}" needs ${missing.map((name) => `"${name}"`).join(' and ')}, which a row of the dataset does not have.`,
    'Add the column, or use a rubric that needs none.',
    config.where,
  );
}
