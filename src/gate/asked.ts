/** How often one pull request put a version to the rows of a suite since those last changed. */
export interface AskedRows {
  readonly suite: string;
  /** Identity of the rows of the base side. */
  readonly rows: string;
  /** Different contents, each counted once as long as it is among `contents`. */
  readonly count: number;
  /** Short digests of the newest contents, the newest first. */
  readonly contents: readonly string[];
}

/** One version of a change as a suite's rows are asked about it. */
export interface Question {
  readonly suite: string;
  readonly rows: string;
  /** Digest of the content. */
  readonly content: string;
}

/** What all pull requests together asked of the same rows. */
export interface AskedEverywhere {
  readonly questions: number;
  readonly pullRequests: number;
}

/** So many contents of a suite are told from new ones. */
const maxContents = 50;
/** So many digits tell the contents of one pull request apart. */
const digestDigits = 6;

/** The digest of a content key, whole or shortened. */
export function digestContent(key: string): string {
  return key.slice(0, digestDigits);
}

/** Puts one question down. Other rows start anew; the same ones go on where only the name of the suite is another: `suites` are those that there are. */
export function addQuestion(
  before: readonly AskedRows[],
  { suite, rows, content }: Question,
  suites: ReadonlySet<string>,
): readonly AskedRows[] {
  const known = before.filter((one) => one.rows === rows);
  const own = known.find((one) => one.suite === suite) ?? known.find((one) => !suites.has(one.suite));
  const others = before.filter((one) => one !== own && one.suite !== suite);
  if (own?.contents.includes(content)) return [...others, { ...own, suite }];
  const contents = [content, ...(own?.contents ?? [])].slice(0, maxContents);
  return [...others, { suite, rows, count: (own?.count ?? 0) + 1, contents }];
}

/** What was asked of some rows, by the records of each pull request. Several suites of one pull request that share the rows are asked about one change: the one that was asked most often counts. */
export function sumAsked(pullRequests: readonly (readonly AskedRows[])[], rows: string): AskedEverywhere {
  const counts = pullRequests
    .map((asked) => Math.max(0, ...asked.filter((one) => one.rows === rows).map(({ count }) => count)))
    .filter((count) => count > 0);
  return { questions: counts.reduce((sum, count) => sum + count, 0), pullRequests: counts.length };
}

/** The chance that at least one of so many versions passes, where each alone would with the chance `alpha`. */
export function chanceOfPass(alpha: number, versions: number): number {
  return 1 - (1 - alpha) ** versions;
}
