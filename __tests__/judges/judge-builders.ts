import type { Subject } from '../../src/checks/check.ts';
import type { JudgeConfig } from '../../src/config/config.ts';
import type { OutputJudge } from '../../src/judges/judge.ts';
import { compileJudge } from '../../src/judges/registry.ts';
import type { Output } from '../../src/ports.ts';
import type { SourceFile } from '../../src/text/source-file.ts';

/** A judge as configured; tests name what differs. */
export function aJudge(parts: Partial<JudgeConfig> = {}): JudgeConfig {
  return {
    kind: 'judge',
    name: 'helpful',
    type: 'rubric',
    role: 'gate',
    direction: 'higher',
    minScore: null,
    at: 'final',
    rubric: 'builtin:helpfulness',
    calibration: null,
    allowUncalibrated: false,
    model: null,
    samples: 1,
    options: {},
    where: { path: 'prompt-assay.yml', line: 7, column: 9 },
    ...parts,
  };
}

/** An output to judge. */
export function anOutput(parts: Partial<Output> = {}): Output {
  return { content: 'Send it back within 30 days.', toolCalls: [], refusal: null, finishReason: 'stop', ...parts };
}

/** An output and its row. */
export function aSubject(parts: { output?: Partial<Output>; variables?: Subject['variables'] } = {}): Subject {
  const variables = { input: 'Can I return my mug?', expected: 'Yes, within 30 days.', ...parts.variables };
  return { output: anOutput(parts.output), variables };
}

/** Files by path. */
export function filesOf(files: { readonly [path: string]: string }): ReadonlyMap<string, SourceFile> {
  return new Map(Object.entries(files).map(([path, text]) => [path, { path, text }]));
}

/** A judge of one output. */
export function compileOutputJudge(config: JudgeConfig, files: ReadonlyMap<string, SourceFile>): OutputJudge {
  const judge = compileJudge(config, files);
  if (judge.sees !== 'output') throw new Error(`${config.name} sees two outputs`);
  return judge;
}
