/** How one run used a stored baseline: `fresh` where that could not decide and the base side ran after all. */
export interface ScreenUse {
  /** Identity of the stored baseline. */
  readonly baseline: string;
  readonly outcome: 'stored' | 'fresh';
}

const window = 10;

/** Advises to renew a stored baseline that sent more than half of the last ten pull requests to a fresh round: an unlucky draw or a drifting provider, either way it saves nothing any more. `uses` has the newest first; null where there is nothing to advise. */
export function adviseRenewal(uses: readonly ScreenUse[], baseline: string): string | null {
  const recent = uses.filter((use) => use.baseline === baseline).slice(0, window);
  const fresh = recent.filter((use) => use.outcome === 'fresh').length;
  if (2 * fresh <= window) return null;
  return `${fresh} of the last ${recent.length} pull requests on this stored baseline needed a fresh round: re-baseline main`;
}
