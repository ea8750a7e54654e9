/** Words that say what kind of file it is, or where, and not what it is about. */
const common = new Set(
  `prompt prompts system user assistant eval evals evaluation evaluations dataset datasets data golden gold test tests testset
  case cases row rows example examples benchmark benchmarks sample samples src app apps packages services lib github template templates
  v1 v2 v3 main base default md markdown txt yml yaml json jsonl ndjson csv tsv prompty j2 jinja hbs`.split(/\s+/),
);

/** The words of a path that say what its file is about. */
export function wordsOf(path: string): ReadonlySet<string> {
  const words = path
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== '' && !common.has(word)));
}
