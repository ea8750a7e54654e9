import { writeResults } from '../adapters/files/write-results.ts';
import { renderProblem } from '../errors.ts';
import type { Tree } from '../ports.ts';
import type { Decided, ResultDocument } from '../report/result-document.ts';
import { renderJsonLine } from '../text/json-line.ts';
import type { Mode, Scene } from './mode.ts';
import { listOutputs, showSummary, storeResults } from './write-out.ts';

/** What a story over one commit comes to. */
export interface Told {
  /** It becomes `results.json`, the outputs and the job's colour. */
  readonly document: ResultDocument & Decided<string>;
  /** Markdown for the job summary. */
  readonly summary: string;
  /** What the story is for, by path below the report folder: unwritten, it is no success. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes what a mode runs from a story over the commit of the event: told once, shown, written down, red where it says
 * so.
 */
export function tellOfCommit(tell: (tree: Tree, scene: Scene) => Promise<Told>): Mode['run'] {
  return async (scene) => {
    const { event, world, runner } = scene;
    const { reportPath } = scene.inputs;
    const { document, summary, files } = await tell(await world.repository.readTree(event.sha), scene);
    const { green, errors } = document;
    await showSummary(summary, runner);
    await storeResults(reportPath, new Map([['results.json', renderJsonLine(document)]]), runner);
    if (files.size > 0) await writeResults(reportPath, files);
    return {
      outputs: listOutputs(document, reportPath),
      failure: green ? null : errors.map(renderProblem).join('\n'),
      problems: errors,
    };
  };
}
