import { buildProblem, type Where } from '../errors.ts';
import { throwProblems } from '../text/problems.ts';
import type { SourceFile } from '../text/source-file.ts';
import { findDependencies } from './dependencies.ts';
import { defaultDialect, dialectOf } from './dialects.ts';
import { type Fields, nameOf, openFields, readList } from './fields.ts';
import { dialectOfSuffix, hasToolNames, kindOfFile } from './file-kinds.ts';
import type { PromptFormat } from './format.ts';
import { splitFrontMatter } from './front-matter.ts';
import { guessDialect } from './guess-dialect.ts';
import { findIncludes, openBody, resolveIncludes } from './include.ts';
import { cutBody, listTemplates, type MarkdownBody, readBody } from './markdown-body.ts';
import { none } from './none.ts';
import type { Prompt } from './prompt.ts';
import { readDialect } from './settings.ts';
import { settleFindings } from './suspects.ts';
import { readHead } from './top-keys.ts';

/** Markdown and plain text: optional front matter, then one message, or several under lines with a role; `{{> path}}` includes a file. */
export const markdown: PromptFormat = {
  id: 'markdown',
  title: 'Markdown and text (*.md, *.markdown, *.txt, *.j2, *.jinja, *.hbs, *.mustache)',
  standingAlone: [],
  recognisesPath: (path) => /\.(md|markdown|txt)$/i.test(path) || dialectOfSuffix(path) !== null,
  recognises: () => false,
  dependencies: findIncludes,
  parse: parseMarkdown,
};

function parseMarkdown(
  file: SourceFile,
  template: string | null,
  included: ReadonlyMap<string, SourceFile>,
): readonly Prompt[] {
  const { frontMatter, bodyStart } = splitFrontMatter(file);
  const fields = openFields({ path: file.path, text: frontMatter }, 'The front matter');
  const places = new Map<string, Where>();
  const named = readDialect(fields, template ?? dialectOfSuffix(file.path));
  const kind = kindOfFile(file.path, fields.values);
  const body = cutBody(file, bodyStart, fields, { kind, mayGuess: named !== none.name });
  const files = findDependencies(markdown, file, included).paths.flatMap((path) => included.get(path) ?? []);
  const dialect = named ?? settleDialect(fields, body, files);
  const prompt = {
    path: file.path,
    key: null,
    format: markdown.id,
    dialect,
    ...readHead(fields, places, ['variables'], hasToolNames(file.path, kind, fields.values)),
    messages: resolveIncludes(fields, places, dialect, readBody(body, fields, places, dialect), [file, ...files]),
    rows: null,
    metrics: [],
    unread: [],
  };
  refuseYamlKeys(fields);
  checkVariables(fields, places, dialect);
  throwProblems(fields.errors);
  return [{ ...prompt, guesses: fields.guesses, ...settleFindings(fields), places }];
}

/** The dialect that the text shows where nobody names one. */
function settleDialect(fields: Fields, body: MarkdownBody, included: readonly SourceFile[]): string {
  const guessed = guessDialect(body.kind, [...listTemplates(body), ...included.map(openBody)]);
  if (guessed?.guess != null) fields.guesses.push(guessed.guess);
  return guessed?.dialect ?? defaultDialect;
}

/** Ignored like the keys of other tools, they would take messages and checks with them. */
function refuseYamlKeys({ values, errors, yaml }: Fields): void {
  for (const key of ['messages', 'testData', 'evaluators'].filter((one) => Object.hasOwn(values, one))) {
    const hint =
      'Write the prompt as a *.prompt.yml file, or its messages under role lines and its rows and checks in a suite.';
    errors.push(buildProblem(`${nameOf([key])} cannot stand in front matter.`, hint, yaml.whereKey([key])));
  }
}

/** Declared names are for readers; where they are given they must agree with the text. */
function checkVariables(fields: Fields, places: ReadonlyMap<string, Where>, dialect: string): void {
  const { write } = dialectOf(dialect);
  const declared = readList(fields, ['variables']);
  if (declared === null) return;
  for (const [index, name] of declared.entries()) {
    const path = ['variables', index];
    if (typeof name !== 'string') fields.reject(path, 'must be the name of a variable.', 'Write "- name".');
    else if (!places.has(`{{${name}}}`)) {
      const hint = `Use ${write(name)} in the text, or remove it here.`;
      fields.warnings.push(buildProblem(`${nameOf(path)} is never used.`, hint, fields.yaml.where(path)));
    }
  }
  for (const [key, where] of places) {
    const name = key.slice(2, -2);
    if (!key.startsWith('{{') || declared.includes(name)) continue;
    fields.warnings.push(buildProblem(`${write(name)} is not among the declared "variables".`, 'Declare it.', where));
  }
}
