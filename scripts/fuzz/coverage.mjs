// What of the readers' branches a run took, as V8 counts them: each block that ran more or less often than what it stands in.
import { Session } from 'node:inspector/promises';

/** The rooms whose files are counted. */
const rooms = [
  /\/src\/text\//,
  /\/src\/json\.mjs$/,
  /\/src\/datasets\/(csv|jsonl|json|yaml|formats|rows|row-list|conversation|aliases|name-cases|join-equal|variables)\.mjs$/,
  /\/src\/prompts\/(code-spans|dependencies|f-string|fields|foreign|front-matter|github-evaluators|github-models|include|literals|lost-roles|markdown|markdown-body|message-parts|message-text|messages|mustache|none|parameters|response-format|settings|suspects|template|text-checks|tool-turns|top-keys)\.mjs$/,
  /\/src\/checks\/(code-fence|json-pointer|model-json|normalize|number|pattern|regex|schema-validator)\.mjs$/,
  /\/src\/read\/parse-config\.mjs$/,
  /\/src\/judges\/(reply|rubric-file)\.mjs$/,
  /\/src\/judges\/labels\/lines\.mjs$/,
  /\/src\/gate\/score-lines?\.mjs$/,
  /\/src\/baseline\/(parse|stored)-baseline\.mjs$/,
  /\/src\/run\/(codec|reasoning|result-codec)\.mjs$/,
  /\/src\/report\/(escape|marker)\.mjs$/,
  /\/src\/action\/record(-lines)?\.mjs$/,
];

/** Starts counting; the function that it gives ends it with `[{ file, branches, taken }]`. */
export async function countBranches(folder) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    session.disconnect();
    return result
      .filter(({ url }) => rooms.some((room) => room.test(url)))
      .map(({ url, functions }) => {
        const blocks = functions.flatMap(({ ranges }) => ranges);
        const taken = blocks.filter(({ count }) => count > 0).length;
        return {
          file: url.slice(url.indexOf(folder) + folder.length + 1).replace(/\.mjs$/, '.ts'),
          branches: blocks.length,
          taken,
        };
      });
  };
}
