/** The reason that most of some samples share, and how many do; numbers inside it (a pause, a request's id) make no other reason. Null where none is given. */
export function findCommonest(
  reasons: readonly (string | null)[],
): { readonly reason: string; readonly count: number } | null {
  const groups = new Map<string, { readonly reason: string; count: number }>();
  for (const reason of reasons) {
    if (reason === null || reason === '') continue;
    const key = reason.replaceAll(/\d+/g, '#');
    const group = groups.get(key) ?? { reason, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].reduce<{ readonly reason: string; readonly count: number } | null>(
    (most, group) => (most === null || group.count > most.count ? group : most),
    null,
  );
}

/** The commonest reason of scores that are not the best, among all that there are: "30 of 30: the output is in a code fence"; null where none is given. */
export function describeCommonest(
  scores: readonly { readonly score: number | null; readonly reason: string | null }[],
): string | null {
  const scored = scores.filter(({ score }) => score !== null);
  const commonest = findCommonest(scored.map(({ reason }) => reason));
  return commonest && `${commonest.count} of ${scored.length}: ${commonest.reason}`;
}

/** "30 of 40 answers are missing", with what most of them say. */
export function explainGap(what: string, total: number, reasons: readonly (string | null)[]): string {
  const gap = `${reasons.length} of ${total} ${what} are missing`;
  const commonest = findCommonest(reasons);
  if (commonest === null) return gap;
  const share = commonest.count < reasons.length ? ` (${commonest.count} of them)` : '';
  return `${gap}: ${commonest.reason}${share}`;
}
