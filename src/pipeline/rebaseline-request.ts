import type { Tree } from '../ports.ts';

/** What to re-baseline: the default branch's tree, and why, where a person did it on purpose. */
export interface RebaselineRequest {
  readonly tree: Tree;
  readonly label: string;
  readonly configPath: string | null;
  /** Makes this baseline the anchor that later drops are measured from; null leaves the anchor where it is. */
  readonly reason: string | null;
  /** Who asks for it, as people know them; null where that is not known. */
  readonly who: string | null;
  /** True: suites whose content is that of the stored baseline are left alone. */
  readonly onlyChanged: boolean;
  readonly fresh: boolean;
  /** True: says what would be asked, and asks nothing. */
  readonly dryRun: boolean;
  /** True: tells how much the draws of each case differ from each other, which takes no call. */
  readonly noise: boolean;
}
