import { recalibrate } from '../../pipeline/recalibrate.ts';
import { renderRecalibrationSummary } from '../../report/recalibration-text.ts';
import type { Mode } from '../mode.ts';
import { tellOfCommit } from '../tell-of-commit.ts';

/** `calibrate`: asks main's judges anew about what people labelled, and writes the label files as they would be now. */
export const calibrate: Mode = {
  name: 'calibrate',
  events: {},
  place: 'default branch',
  permissions: { contents: 'read' },
  run: tellOfCommit(async (tree, { world, inputs: { config, fresh } }) => {
    const { report, files } = await recalibrate(world, { tree, configPath: config, fresh });
    return { document: report, summary: renderRecalibrationSummary(report), files };
  }),
};
