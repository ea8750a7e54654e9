import type { Problem } from '../errors.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { defaultDialect, templateDialects } from './dialects.ts';
import { type Fields, readName } from './fields.ts';
import { guessDialect } from './guess-dialect.ts';

/** What LangChain and others call the dialects. */
const otherNames: Readonly<Record<string, string>> = { jinja2: 'jinja', fstring: 'f-string', plain: 'none' };

/** Reads `template_format`, the name of a dialect in other tools' words; null where the mapping does not say it, and after a report. */
export function readTemplateFormat(fields: Fields, path: KeyPath): string | null {
  const written = readName(fields, path);
  if (written === null) return null;
  const name = Object.hasOwn(otherNames, written) ? (otherNames[written] as string) : written;
  const known = templateDialects.map((dialect) => dialect.name);
  if (known.includes(name)) return name;
  fields.reject(path, `names the unknown dialect ${quoteName(written)}.`, hintKnown(name, known));
  return null;
}

/** The dialect of some texts of a file: as it says, as the config says, else as they look; what is guessed is said. */
export function chooseDialect(
  fields: Fields,
  said: string | null,
  texts: readonly string[],
): { readonly dialect: string; readonly guesses: readonly Problem[] } {
  if (said !== null) return { dialect: said, guesses: [] };
  const at = () => fields.yaml.whereKey([]);
  const guessed = guessDialect(
    null,
    texts.map((text) => ({ text, at })),
  );
  return { dialect: guessed?.dialect ?? defaultDialect, guesses: guessed?.guess == null ? [] : [guessed.guess] };
}
