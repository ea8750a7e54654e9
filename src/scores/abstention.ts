const words = 'the judge abstained';

/** The reason of a score that a judge declined to give, with what it said. */
export function explainAbstention(said: string | null): string {
  return said === null ? words : `${words}: ${said}`;
}

/** True for the reason of a score that a judge declined to give: nothing failed, and asking again would not help. */
export function isAbstention(reason: string | null): boolean {
  return reason?.startsWith(words) ?? false;
}
