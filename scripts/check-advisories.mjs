// Asks the registry which packages of the lockfile have known advisories. Any that is bundled fails; of the tools for working on the code, those
// that are high or critical. Where the registry does not answer it says that nothing was checked, which is a failure where CI=true promises
// the registry. Usage: node scripts/check-advisories.mjs [npm's own flags, such as --registry=URL]
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');

/** The names of the packages that the text of dist/licenses.txt lists: those that are bundled. */
export function readBundled(licenses) {
  return new Set([...licenses.matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name));
}

/**
 * Reads what `npm audit --json` printed. Gives the reason why nothing was asked, else null and one `{ line, isGrave }` for each package that
 * has advisories. bundled: the names of the packages that users run; all others are tools.
 */
export function readAudit(text, bundled) {
  const { message, vulnerabilities } = parse(text);
  if (vulnerabilities === undefined) return { notAsked: message ?? 'npm printed no report', found: [] };
  const found = Object.values(vulnerabilities).map(({ name, severity, via }) => {
    const isBundled = bundled.has(name);
    const reasons = via.map((one) => (typeof one === 'string' ? `through ${one}` : `${one.title}, ${one.url}`));
    const isGrave = isBundled || severity === 'high' || severity === 'critical';
    return { isGrave, line: `${name} (${isBundled ? 'bundled' : 'a tool'}), ${severity}: ${reasons.join('; ')}` };
  });
  return { notAsked: null, found };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function askRegistry(flags) {
  const args = ['audit', '--package-lock-only', '--json', ...flags];
  // npm exits with 1 both for advisories and where it could not ask; what it printed tells them apart.
  return new Promise((done) => execFile('npm', args, { cwd: root, maxBuffer: 2 ** 28 }, (_error, out) => done(out)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bundled = readBundled(await readFile(join(root, 'dist/licenses.txt'), 'utf8'));
  const { notAsked, found } = readAudit(await askRegistry(process.argv.slice(2)), bundled);
  for (const { line, isGrave } of found) console.log(`${isGrave ? 'FAILED' : 'note  '}  ${line}`);
  const isRed = notAsked === null ? found.some(({ isGrave }) => isGrave) : process.env.CI === 'true';
  if (notAsked === null) console.log(isRed ? '0 passed, 1 failed' : '1 passed, 0 failed');
  else console.log(`SKIPPED: known advisories were NOT checked: ${notAsked}`);
  process.exitCode = isRed ? 1 : 0;
}
