import type { Subject } from '../checks/check.ts';
import type { JudgeConfig } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { listVariables, lookUpVariable, renderTemplate } from '../prompts/template.ts';
import { renderBlock, renderValue } from './blocks.ts';
import { buildJudge } from './build-judge.ts';
import type { JudgeKind, OutputJudge } from './judge.ts';
import { renderOutputBlocks } from './output-blocks.ts';
import { buildForm, closingFields, readReply } from './reply.ts';

interface Choice {
  readonly choice: string;
  readonly score: number;
}

const properties: JsonObject = {
  prompt: {
    type: 'string',
    minLength: 1,
    description: 'What to judge, with `{{completion}}` and the variables of the row.',
  },
  'system-prompt': { type: ['string', 'null'], description: 'Who the judge is.' },
  choices: {
    type: 'array',
    minItems: 2,
    description: 'What the judge chooses from, each as `{ choice: yes, score: 1 }`; two or more.',
    items: {
      type: 'object',
      properties: {
        choice: { type: 'string', minLength: 1, description: 'The choice, as the judge has to name it.' },
        score: { type: 'number', minimum: 0, maximum: 1, description: 'What the choice is worth, from 0 to 1.' },
      },
      required: ['choice', 'score'],
      additionalProperties: false,
    },
  },
};

const role = 'You judge one answer of an assistant. The question and the choices are in the message.';

/** A question of the user's own with named choices, each worth a score, as the `llm` evaluators of GitHub Models. The choice is a field of a form: it is never searched for in prose. */
export const choices: JudgeKind<OutputJudge> = {
  type: 'choices',
  properties,
  required: ['prompt', 'choices'],
  dependencies: () => [],
  reads: ({ options }) => {
    const names = listVariables(`${options.prompt}\n${options['system-prompt'] ?? ''}`);
    return { names, reference: names.filter((name) => name.split('.')[0] === 'expected') };
  },
  compile: (config) => {
    const prompt = String(config.options.prompt);
    const systemPrompt = config.options['system-prompt'] ?? null;
    const offered = config.options.choices as unknown as readonly Choice[];
    checkOptions(config, prompt, offered);
    const form = buildForm({ choice: { type: 'string', enum: offered.map(({ choice }) => choice) }, ...closingFields });
    const protocol = buildJudge<Subject>({
      config,
      formName: 'choices_judgement',
      form,
      formText: renderForm(offered),
      brief: {
        text: [systemPrompt, prompt].filter((part) => part !== null).join('\n\n'),
        answer: { by: 'choice', choices: offered.map(({ choice, score }) => ({ choice, score })) },
      },
      content: { prompt, systemPrompt, choices: offered as unknown as JsonObject[] },
      task: (subject, tag) => (systemPrompt === null ? role : fillIn(String(systemPrompt), subject, tag, config)),
      material: (subject, tag) => fillIn(prompt, subject, tag, config),
      parseReply: (reply) =>
        readReply(reply, form, ({ choice, reason }) => {
          const chosen = offered.find((one) => one.choice === choice);
          return chosen === undefined
            ? '"choice" must be one of the choices, letter for letter'
            : { score: chosen.score, reason: `${chosen.choice}: ${String(reason)}` };
        }),
    });
    return { ...protocol, sees: 'output' };
  },
};

function renderForm(offered: readonly Choice[]): string {
  const list = offered.map(({ choice }) => `- ${JSON.stringify(choice)}`).join('\n');
  return `The choices:
${list}

Whatever was said above about how to reply, reply with one JSON object and nothing else:
{"choice": one of the choices, letter for letter, "abstain": true or false, "reason": "what decided it, at most 40 words"}`;
}

/** Fills in the variables as blocks, each between the call's delimiters; `completion` is the output. */
function fillIn(template: string, subject: Subject, tag: string, config: JudgeConfig): string {
  const names = listVariables(template);
  const blocks: [string, string][] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const value = lookUpVariable(name, subject.variables);
    if (name === 'completion') blocks.push([name, `\n${renderOutputBlocks(subject.output, config.at, tag, name)}\n`]);
    else if (value === undefined) unknown.push(name);
    else blocks.push([name, `\n${renderBlock(name.replaceAll(/[^\w-]/g, '-'), renderValue(value), tag)}\n`]);
  }
  if (unknown.length > 0) throw unknownVariables(config, unknown, subject);
  return renderTemplate(template, Object.fromEntries(blocks)).value;
}

function unknownVariables(config: JudgeConfig, unknown: readonly string[], subject: Subject): UserError {
  const known = ['completion', ...Object.keys(subject.variables)].join(', ');
  return UserError.of(
    `the judge "${config.name}" uses ${unknown.map((name) => `{{${name}}}`).join(', ')}, which a row of the dataset does not have.`,
    `Known are ${known}.`,
    config.where,
  );
}

function checkOptions(config: JudgeConfig, prompt: string, offered: readonly Choice[]): void {
  if (!listVariables(prompt).includes('completion')) {
    throw UserError.of(
      `the judge "${config.name}" never sees the output: its prompt has no {{completion}}.`,
      'Write {{completion}} where the output belongs.',
      config.where,
    );
  }
  const names = offered.map(({ choice }) => choice);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw UserError.of(`the judge "${config.name}" offers "${twice}" twice.`, 'Keep one of them.', config.where);
}
