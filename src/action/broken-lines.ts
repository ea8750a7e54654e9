import { type BrokenAtHead, type BrokenCases, basisDigits, caseDigits } from '../conclude/since.ts';
import { isJsonObject, type Json } from '../json.ts';

/** Beyond it nothing is kept: a part of the cases would call the others mended. */
const maxCharacters = 2000;

/** What was broken as `{ head, prompts: [[suite, content, basis and cases], …] }`, all digests of a prompt in one text. */
export function renderBroken(broken: BrokenAtHead | null): Json {
  if (broken === null) return null;
  const { head, prompts } = broken;
  const lines = prompts.map(({ suite, content, basis, cases }) => [suite, content, `${basis}${cases.join('')}`]);
  return JSON.stringify(lines).length > maxCharacters ? null : { head, prompts: lines };
}

/** What a record says was broken; null for one without, and for one of which any part is not whole. */
export function parseBroken(value: Json | undefined): BrokenAtHead | null {
  if (!isJsonObject(value) || !Array.isArray(value.prompts) || typeof value.head !== 'string') return null;
  const lines: readonly Json[] = value.prompts;
  const prompts = lines.flatMap((line) => parsePrompt(line) ?? []);
  return prompts.length === lines.length ? { head: value.head, prompts } : null;
}

function parsePrompt(line: Json): BrokenCases | null {
  if (!Array.isArray(line)) return null;
  const [suite, content, digests]: readonly Json[] = line;
  if (typeof suite !== 'string' || typeof content !== 'string' || typeof digests !== 'string') return null;
  const rest = digests.slice(basisDigits);
  if (!/^[0-9a-f]*$/.test(digests) || rest.length % caseDigits !== 0) return null;
  const cases = rest.match(new RegExp(`.{${caseDigits}}`, 'g')) ?? [];
  return { suite, content, basis: digests.slice(0, basisDigits), cases };
}
