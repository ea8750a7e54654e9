import { addTallies, nameCell, type Tally } from './cell.ts';
import { planAgain, planSimulation } from './plan.ts';
import { checkPromises, listDoubted } from './promises.ts';
import { renewPage } from './render.ts';
import { type RealData, replayAll } from './replays.ts';
import { scales } from './scale.ts';
import type { Results } from './tables/table.ts';
import type { Task } from './worker.ts';

/** Runs the whole simulation with `runTask` and returns the page with its measured parts renewed, and whether every promise is kept. */
export async function simulate(parts: {
  readonly size: keyof typeof scales;
  readonly page: string;
  readonly data: RealData;
  readonly command: string;
  readonly date: string;
  runTask(task: Task): Promise<Tally>;
}): Promise<{ readonly page: string; readonly broken: readonly string[] }> {
  const { size, page, data, command, date, runTask } = parts;
  const scale = scales[size];
  const { tables, tasks } = planSimulation(scale);
  const runAll = async (all: readonly Task[]): Promise<Results> => {
    const byCell = new Map<string, Tally[]>();
    await Promise.all(
      all.map(async (task) => {
        const tally = await runTask(task);
        const name = nameCell(task.cell);
        byCell.set(name, [...(byCell.get(name) ?? []), tally]);
      }),
    );
    return new Map([...byCell].map(([name, tallies]) => [name, addTallies(tallies)]));
  };
  const results = await runAll(tasks);
  const again = await runAll(planAgain(listDoubted(results, scale), scale));
  const promises = checkPromises(new Map([...results, ...again]), scale);
  const replays = replayAll(data, Math.min(scale.runs, 2000), scale.seed);
  return {
    page: renewPage(page, { promises, tables, results, replays, command, date, scale }),
    broken: promises.flatMap(({ what, measured, isKept }) => (isKept ? [] : [`${what}: ${measured}`])),
  };
}
