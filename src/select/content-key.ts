import type { Config, ModelSettings, SuiteConfig } from '../config/config.ts';
import { withoutPlaces } from '../config/place.ts';
import { contentHash } from '../json.ts';
import type { Tree } from '../ports.ts';
import { scoringRevision } from '../version.ts';
import { listDependencies, type Side } from './side.ts';

/** What one suite's question is made of. */
export interface Question {
  readonly base: Side;
  readonly candidate: Side;
  /** Where settings, rubrics and schemas come from. */
  readonly decidingTree: Tree;
  /** The deciding settings; null where they are the built-in ones. */
  readonly config: Config | null;
  readonly suite: SuiteConfig;
  readonly proposed: SuiteConfig | null;
  readonly mayGate: boolean;
  readonly basePrompts: readonly string[];
  readonly candidatePrompts: readonly string[];
  /** Files that the suite reads beside its prompts, as both sides' sections name them. */
  readonly files: readonly string[];
}

/** Identity of a question: everything that decides its verdict, on every side that it is read from. Moving lines changes nothing. */
export function hashQuestion(question: Question): string {
  const { base, candidate, decidingTree, config, suite, proposed, mayGate, files } = question;
  return contentHash([
    scoringRevision,
    hashSide(base, question.basePrompts, files),
    hashSide(candidate, question.candidatePrompts, files),
    hashFiles(decidingTree, files),
    [suite, proposed].map(withoutPlaces),
    [config === null ? null : settingsOf(config), modelsOf(base.config), modelsOf(candidate.config)],
    mayGate,
  ]);
}

function hashSide(side: Side, prompts: readonly string[], files: readonly string[]) {
  return hashFiles(side.tree, [...prompts, ...listDependencies(side, prompts), ...files]);
}

function hashFiles(tree: Tree, paths: readonly string[]): readonly (readonly [string, string | null])[] {
  return [...new Set(paths)].sort().map((path) => [path, tree.entries.get(path)?.hash ?? null]);
}

/** What of the deciding config concerns every suite; budgets and what is shown decide nothing. */
function settingsOf({ model, judgeModel, prices }: Config): unknown {
  return { model: withoutLeave(model), judgeModel: withoutLeave(judgeModel), prices };
}

/** What a change may send is no part of what it asks. */
function withoutLeave({ allowParameters: _parameters, allowTools: _tools, ...model }: ModelSettings): unknown {
  return model;
}

/** What a side's own config says of its models and may say. */
export function modelsOf(config: Config | null): unknown {
  if (config === null) return null;
  const pick = ({ id, api, parameters }: Config['model']) => ({ id, api, parameters });
  return { model: pick(config.model), judge: pick(config.judgeModel) };
}
