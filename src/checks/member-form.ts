import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { MetricKind } from '../config/config-source.ts';
import { buildMemberSchema } from '../config/schema.ts';
import { explainSchemaErrors } from '../config/schema-problems.ts';
import type { JsonObject } from '../json.ts';

/** Makes the test of a check that no config holds, in the form of a group's member: what is wrong with it, as a clause, or null. */
export function createFormTest(kinds: readonly MetricKind[]): (written: JsonObject) => string | null {
  // Compiled on first use: most runs have no such check.
  let validate: ValidateFunction | null = null;
  return (written) => {
    validate ??= compileForm(kinds);
    if (validate(written) === true) return null;
    const where = { path: '', line: null, column: null };
    const file = { value: written, where: () => where, whereKey: () => where };
    const [problem] = explainSchemaErrors(validate.errors ?? [], file);
    return problem === undefined ? 'is not valid.' : `is not valid: ${problem.message} ${problem.hint}`.trim();
  };
}

function compileForm(kinds: readonly MetricKind[]): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  ajv.addFormat('path', true);
  return ajv.compile(buildMemberSchema(kinds));
}
