import { openOutputs } from '../../adapters/files/read-outputs.ts';
import { isOnDefaultBranch } from '../../adapters/github/event.ts';
import type { SuppliedFiles } from '../../outputs/supplied.ts';
import { createSuppliedOrigin } from '../../pipeline/supplied-origin.ts';
import { listCredentials } from '../../secrets.ts';
import { evaluateEvent, refuseEvent } from '../evaluate-event.ts';
import type { ActionInputs } from '../inputs.ts';
import type { Mode, Place } from '../mode.ts';
import { keepBaseline } from './baseline.ts';

/** `outputs`: judges what earlier steps of the job made, with a comment and a verdict; on the default branch it keeps them as main's. */
export const outputs: Mode = {
  name: 'outputs',
  events: {},
  place: 'anywhere',
  permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
  run: (scene) => (isOfMain(scene) ? keepMain(scene) : judgeChange(scene)),
  refuse: async (place, error) => {
    if (!isOfMain(place)) await refuseEvent(place, error);
  },
};

/** True where there is nothing but main to be told of. */
function isOfMain({ event, inputs }: Place): boolean {
  return event.pullRequest === null && event.mergeGroup === null && inputs.pr === null && isOnDefaultBranch(event);
}

const judgeChange: Mode['run'] = async (scene) => {
  const files = nameFiles(scene);
  return evaluateEvent(scene, {
    command: writeCommand(scene.inputs),
    open: ({ base, decidingBase, candidate, head }) =>
      createSuppliedOrigin(files, { baseline: [base, decidingBase], candidate: [candidate, head] }),
  });
};

const keepMain: Mode['run'] = keepBaseline((scene) =>
  createSuppliedOrigin({ ...nameFiles(scene), baseline: null }, { candidate: [scene.event.sha], baseline: [] }),
);

function nameFiles({ inputs, runner: { env } }: Place): SuppliedFiles {
  const { candidateOutputs, baselineOutputs, apiKey, githubToken, baselineToken } = inputs;
  const given = [apiKey, githubToken, baselineToken].filter((secret) => secret !== null);
  const credentials = [...given, ...listCredentials(env)];
  return {
    candidate: candidateOutputs === null ? null : openOutputs(candidateOutputs, credentials),
    baseline: baselineOutputs === null ? null : openOutputs(baselineOutputs, credentials),
  };
}

function writeCommand({ candidateOutputs, baselineOutputs }: ActionInputs): string {
  const baseline = baselineOutputs === null ? '' : ` --baseline ${baselineOutputs}`;
  return `prompt-assay outputs --candidate ${candidateOutputs}${baseline}`;
}
