import { UserError } from '../errors.ts';
import { isJsonObject, type Json, type JsonObject, parseJson } from '../json.ts';
import { readResult } from '../run/result-codec.ts';
import {
  hashManifest,
  hashText,
  type Manifest,
  type StoredBaseline,
  type StoredOutput,
  type StoredScore,
} from './stored-baseline.ts';

/**
 * Reads a suite's folder back; null where it holds no baseline. What is missing, damaged, edited by hand or of a newer version is a UserError
 * that names the file: silently starting anew would hide a lost baseline. The digests tell of a hand's edit and of half a write; whoever can
 * write the branch can also write digests.
 */
export function parseBaseline(folder: string, files: ReadonlyMap<string, string>): StoredBaseline | null {
  const manifest = files.get('manifest.json');
  const beside = ['scores.jsonl', 'outputs.jsonl'].find((name) => files.has(name));
  if (manifest === undefined && beside === undefined) return null;
  if (manifest === undefined) throw broken(`${folder}/manifest.json`, null, `is missing, although ${beside} is there.`);
  const { files: hashes, ...facts } = parseManifest(`${folder}/manifest.json`, manifest);
  const baseline = {
    manifest: facts,
    scores: parseLines<StoredScore>(`${folder}/scores.jsonl`, files.get('scores.jsonl') ?? '', 'metric'),
    outputs: parseLines<StoredOutput>(`${folder}/outputs.jsonl`, files.get('outputs.jsonl') ?? '', 'result'),
  };
  for (const [name, hash] of Object.entries(hashes ?? {})) {
    const text = files.get(name);
    const where = `${folder}/${name}`;
    if (text === undefined) throw broken(where, null, 'is missing, although the manifest beside it names it.');
    if (hashText(text) !== hash)
      throw broken(where, null, 'is not as the manifest beside it says: it was edited by hand, or cut off.');
  }
  return baseline;
}

/** `files` holds the hash of each file beside the manifest. */
type WrittenManifest = Manifest & { readonly files?: { readonly [name: string]: string } };

function parseManifest(path: string, text: string): WrittenManifest {
  if (!text.trimEnd().endsWith('}')) throw broken(path, null, 'ends in the middle: it was cut off.');
  const value = parseJson(text);
  if (value === undefined) throw broken(path, null, 'is no JSON.');
  if (isJsonObject(value) && Number(value.schemaVersion) > 2) {
    const hint = 'Update Prompt Assay here, or re-baseline main with this version on another branch (baseline.branch).';
    throw UserError.of('the stored baseline was written by a newer version.', hint, { path, line: 1, column: null });
  }
  if (!isJsonObject(value) || !isWhole(value)) throw broken(path, 1, damaged);
  const { digest, ...manifest } = value as unknown as WrittenManifest & { readonly digest?: string };
  if (manifest.schemaVersion > 1 && hashManifest(manifest) !== digest)
    throw broken(path, null, 'is not as it was written: it was edited by hand.');
  return manifest;
}

function isWhole(value: JsonObject): boolean {
  return (
    (value.schemaVersion === 1 || value.schemaVersion === 2) &&
    ['toolVersion', 'configPath', 'suite', 'commit', 'date', 'contentKey'].every(
      (key) => typeof value[key] === 'string',
    ) &&
    ['prompts', 'metrics', 'rows', 'means'].every((key) => isJsonObject(value[key])) &&
    Number.isInteger(value.samples) &&
    !Number.isNaN(Date.parse(String(value.date)))
  );
}

function parseLines<T extends StoredScore | StoredOutput>(path: string, text: string, member: string): readonly T[] {
  const holds = (value: Json | undefined) => (member === 'result' ? readResult(value) !== null : value !== undefined);
  return text.split('\n').flatMap((line, index) => {
    if (line === '') return [];
    const value = parseJson(line);
    const whole =
      isJsonObject(value) &&
      ['prompt', 'case', 'key'].every((key) => typeof value[key] === 'string') &&
      Number.isInteger(value.sample) &&
      holds(value[member]);
    if (!whole) throw broken(path, index + 1, damaged);
    return [value as unknown as T];
  });
}

const damaged = 'the stored baseline is damaged here.';

function broken(path: string, line: number | null, message: string): UserError {
  const hint =
    "Restore the file from the history of the baseline branch, or delete the suite's folder there and re-baseline main.";
  return UserError.of(message, hint, { path, line, column: null });
}
