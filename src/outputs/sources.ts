import { UserError } from '../errors.ts';
import { fileWhere } from '../text/json-text.ts';
import { decodeSourceFile, maxDatasetBytes, type SourceFile } from '../text/source-file.ts';
import { braintrust } from './braintrust.ts';
import { deepeval } from './deepeval.ts';
import { inspect } from './inspect.ts';
import { junit } from './junit.ts';
import { promptfoo } from './promptfoo.ts';
import type { OutputSource, Supplied } from './supplied.ts';

/** Every shape in which another tool writes the outputs of an application. */
const outputSources: readonly OutputSource[] = [promptfoo, inspect, deepeval, braintrust, junit];

/** Reads a file that another tool wrote, whose shape its content tells. Throws a UserError of all mistakes, for a shape that is not known, and for a file without an output. */
export function readSource(file: SourceFile): Supplied {
  const source = outputSources.find((one) => one.recognise(file));
  if (source === undefined) {
    const known = outputSources.map(({ name }) => name).join(', ');
    throw UserError.of(
      'is in no known shape of outputs.',
      `Known: ${known}, and lines of {"case", "output"}.`,
      fileWhere(file),
    );
  }
  const supplied = source.read(file);
  if (supplied.outputs.length > 0) return supplied;
  throw UserError.of(`is a ${source.name} without an output.`, 'Run what writes it, then run again.', fileWhere(file));
}

/** How a zip begins, as Inspect writes its logs unless it is told otherwise. */
const zipStart = [0x50, 0x4b, 0x03, 0x04];

/** Decodes a file of outputs; throws a UserError as `decodeSourceFile`, and for a zip one that says how to unpack it. */
export function decodeSource(path: string, bytes: Uint8Array): SourceFile {
  if (zipStart.every((byte, index) => bytes[index] === byte)) {
    const hint = 'If it is a log of Inspect: "inspect log dump FILE > log.json".';
    throw UserError.of('is a zip.', hint, { path, line: null, column: null });
  }
  return decodeSourceFile(path, bytes, maxDatasetBytes);
}
