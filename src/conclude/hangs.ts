import { namePrompt } from '../gate/reason.ts';
import type { ArmReport } from '../report/prompt-report.ts';
import type { SuiteReport } from '../report/report.ts';

/** A larger share of an arm's calls is no accident of the network. */
const mostHung = 0.01;

/** Says of each arm whose answers may lack the longest ones, since calls were given up on and asked again. */
export function noticeHangs(suites: readonly SuiteReport[]): readonly string[] {
  return suites.flatMap((suite) =>
    suite.prompts.flatMap(({ id, baseline, candidate }) => {
      const where = namePrompt({ suite: suite.name, id });
      return [describeHangs(where, 'base', baseline), describeHangs(where, 'candidate', candidate)].flat();
    }),
  );
}

function describeHangs(where: string, name: string, arm: ArmReport | null): readonly string[] {
  if (arm === null) return [];
  const calls = arm.answered + arm.rejected + arm.unavailable;
  if (arm.hung <= calls * mostHung) return [];
  return [
    `${where}: ${arm.hung} of ${calls} ${name} calls hung and were asked again, so that long answers may be missing`,
  ];
}
