import { buildMatcher, type Side, selectPaths } from './side.ts';

/** The prompts that the base gates, whose files stay, and that no suite matches once the change is merged. */
export function listUngated(base: Side, candidate: Side): readonly string[] {
  const staysGated = buildMatcher(candidate.suites.flatMap(({ prompts }) => prompts));
  const gated = selectPaths(
    base.tree,
    base.suites.flatMap(({ prompts }) => prompts),
  );
  return gated.filter((path) => candidate.tree.entries.has(path) && !staysGated(path));
}
