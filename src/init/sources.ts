import { escapeGlob } from '../config/paths.ts';

const manifests =
  /^(package\.json|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|requirements[^/]*\.txt|pyproject\.toml|poetry\.lock|uv\.lock|Pipfile(\.lock)?|go\.(mod|sum)|Gemfile(\.lock)?|Cargo\.(toml|lock)|pom\.xml|composer\.(json|lock))$/;
const asides = /^(docs?|examples?|scripts?|tools?|\.[^/]*)\//;

/** Globs of what makes an application's outputs: its folders of code, its prompts, and what pins its packages. */
export function findSources(code: readonly string[], paths: Iterable<string>): readonly string[] {
  const own = code.filter((path) => !asides.test(path));
  const used = own.length > 0 ? own : code;
  const folders = new Set(used.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
  const all = [...paths];
  if (all.some((path) => path.startsWith('prompts/'))) folders.add('prompts');
  return [
    ...[...folders].sort().map((folder) => `${escapeGlob(folder)}/**`),
    ...used.filter((path) => !path.includes('/')).map(escapeGlob),
    ...all.filter((path) => manifests.test(path)).map(escapeGlob),
  ];
}
