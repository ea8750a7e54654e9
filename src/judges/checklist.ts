import type { Subject } from '../checks/check.ts';
import { isJsonObject, type Json } from '../json.ts';
import { allParts, readColumns, renderCaseBlocks } from './blocks.ts';
import { buildJudge } from './build-judge.ts';
import type { JudgeKind, OutputJudge } from './judge.ts';
import { outputText, renderOutputBlocks } from './output-blocks.ts';
import { buildForm, closingFields, readReply } from './reply.ts';
import { type Criterion, parseCriteria, readRubricFile } from './rubric-file.ts';

const formText = `Reply with one JSON object and nothing else, one entry for every criterion, in the order above:
{"criteria": [{"id": "the criterion's id", "evidence": "a short literal quote of the answer that decides it, or empty if nothing in it does", "met": true or false}], "abstain": true or false, "reason": "what decided it, at most 40 words"}`;

/** Yes-or-no questions, each with a quote of the output as evidence; the score is the share of them that are met. */
export const checklist: JudgeKind<OutputJudge> = {
  type: 'checklist',
  properties: {},
  required: ['rubric'],
  dependencies: ({ rubric }) => (rubric === null ? [] : [rubric]),
  reads: (_config, variables) => readColumns(allParts, variables),
  compile: (config, files) => {
    const file = readRubricFile(config, files);
    const criteria = parseCriteria(file);
    const ids = criteria.map(({ id }) => id);
    const entry = buildForm({
      id: { type: 'string', enum: ids },
      evidence: { type: 'string' },
      met: { type: 'boolean' },
    });
    const form = buildForm({ criteria: { type: 'array', items: entry }, ...closingFields });
    const protocol = buildJudge<Subject>({
      config,
      formName: 'checklist_judgement',
      form,
      formText,
      content: { text: file.text.trim() },
      brief: { text: file.text.trim(), answer: { by: 'criteria', ids } },
      task: () =>
        `You judge one answer of an assistant by this checklist. Decide every criterion on its own: it is met or it is not.\n\n# Checklist\n\n${file.text.trim()}`,
      material: (subject, tag) => {
        return [...renderCaseBlocks(subject, allParts, tag), renderOutputBlocks(subject.output, config.at, tag)].join(
          '\n\n',
        );
      },
      parseReply: (reply, subject) =>
        readReply(reply, form, (fields) => {
          const findings = readFindings(fields.criteria, ids);
          if (typeof findings === 'string') return findings;
          const score = findings.filter(({ met }) => met).length / ids.length;
          return {
            score,
            reason: describe(criteria, findings, outputText(subject.output, config.at), String(fields.reason)),
          };
        }),
    });
    return { ...protocol, sees: 'output' };
  },
};

interface Finding {
  readonly id: string;
  readonly evidence: string;
  readonly met: boolean;
}

/** Every criterion exactly once, in any order. */
function readFindings(value: Json | undefined, ids: readonly string[]): readonly Finding[] | string {
  if (!Array.isArray(value)) return '"criteria" must be a list';
  const findings: Finding[] = [];
  for (const entry of value as readonly Json[]) {
    const whole =
      isJsonObject(entry) &&
      Object.keys(entry).length === 3 &&
      typeof entry.id === 'string' &&
      typeof entry.evidence === 'string' &&
      typeof entry.met === 'boolean';
    if (!whole) return 'an entry of "criteria" needs "id", "evidence" and "met", and nothing else';
    findings.push(entry as unknown as Finding);
  }
  const given = findings.map(({ id }) => id);
  const missing = ids.filter((id) => !given.includes(id));
  if (missing.length > 0) return `"criteria" lacks ${missing.join(', ')}`;
  return given.length === ids.length ? findings : '"criteria" has an entry too many';
}

/** Leads with what was not met, since that is what a reader of a lower score looks for, and marks quotes that the output does not hold. */
function describe(criteria: readonly Criterion[], findings: readonly Finding[], shown: string, reason: string): string {
  const text = normalise(shown);
  const listIds = (chosen: readonly Finding[]) =>
    criteria.filter(({ id }) => chosen.some((finding) => finding.id === id)).map(({ id }) => id);
  const unmet = listIds(findings.filter(({ met }) => !met));
  const invented = listIds(findings.filter(({ evidence }) => !text.includes(normalise(evidence))));
  return [
    unmet.length > 0 ? `not met: ${unmet.join(', ')}.` : '',
    invented.length > 0 ? `quote not in the output: ${invented.join(', ')}.` : '',
    reason,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Judges change blanks, case and quotation marks when they quote; that is no invention. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s"'`“”„‘’]+/g, ' ')
    .replace(/^[ .…]+|[ .…]+$/g, '')
    .toLowerCase();
}
