import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;
/** The members of a schema that completing a value looks at. */
interface Members {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}
interface Operation {
  readonly query: Readonly<Record<string, Schema>>;
  readonly body: Schema | null;
  readonly responses: Readonly<Record<string, Schema | null>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

// Jest and plain scripts both run at the repository's root; `import.meta.url` is not needed for that.
const file = join(process.cwd(), 'fixtures/github/openapi-trimmed.json');

/** GitHub's own description of its API: what a request may hold, what an answer must. */
export class OpenApi {
  private readonly description: Description = JSON.parse(readFileSync(file, 'utf8'));
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    (formats as unknown as (ajv: Ajv) => void)(this.ajv);
    this.ajv.addSchema(this.description, 'github');
  }

  /** What is wrong with a request; empty if nothing is. Unknown members are wrong: GitHub ignores them silently. */
  checkRequest(path: string, method: string, query: URLSearchParams, body: unknown): readonly string[] {
    const operation = this.operation(path, method);
    if (operation === null) return [`${method} ${path} is not in GitHub's description`];
    const unknownQuery = [...query.keys()].filter((name) => operation.query[name] === undefined);
    const known = Object.keys((operation.body?.properties ?? {}) as object);
    const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
    const unknownBody = operation.body?.properties === undefined ? [] : given.filter((name) => !known.includes(name));
    const schemaErrors = operation.body === null ? [] : this.errors([path, method.toLowerCase(), 'body'], body);
    return [...unknownQuery, ...unknownBody].map((name) => `unknown: ${name}`).concat(schemaErrors);
  }

  /** What is wrong with an answer of the fake; errors need not be described, since GitHub leaves many out. */
  checkResponse(path: string, method: string, status: number, body: unknown): readonly string[] {
    const operation = this.operation(path, method);
    if (operation === null) return [];
    const schema = operation.responses[String(status)];
    if (schema === undefined) return status < 400 ? [`${status} is not described`] : [];
    return schema === null ? [] : this.errors([path, method.toLowerCase(), 'responses', String(status)], body);
  }

  /** Completes a value with the required members it lacks, so that the fake's answers have GitHub's full shape. */
  complete(path: string, method: string, status: number, value: unknown): unknown {
    const schema = this.operation(path, method)?.responses[String(status)];
    return schema ? this.fill(schema, value) : value;
  }

  private operation(path: string, method: string): Operation | null {
    return this.description.paths[path]?.[method.toLowerCase()] ?? null;
  }

  private errors(pointer: readonly string[], value: unknown): readonly string[] {
    const segments = ['paths', ...pointer].map((part) =>
      encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    const $ref = `github#/${segments.join('/')}`;
    let validate = this.compiled.get($ref);
    if (validate === undefined) {
      validate = this.ajv.compile({ $ref });
      this.compiled.set($ref, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  }

  private fill(schema: Schema, value: unknown): unknown {
    const { $ref, anyOf, oneOf, allOf, properties, required, items } = schema as Members;
    if ($ref) return this.fill(this.description.components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}, value);
    const choices = anyOf ?? oneOf;
    const isNullable = isNull(schema) || (choices ?? []).some(isNull);
    if (value === null || (value === undefined && isNullable)) return null;
    if (choices) return this.fill(choices.find((one) => !isNull(one)) ?? {}, value);
    if (allOf) return allOf.reduce<unknown>((filled, one) => this.fill(one, filled), value);
    if (Array.isArray(value)) return items ? value.map((item) => this.fill(items, item)) : value;
    if (typeof value === 'object' || (value === undefined && properties)) {
      const filled: Record<string, unknown> = { ...(value as object | undefined) };
      for (const name of required ?? []) filled[name] ??= undefined;
      for (const name of Object.keys(filled)) {
        const member = properties?.[name];
        if (member) filled[name] = this.fill(member, filled[name]);
      }
      return filled;
    }
    return value ?? sample(schema);
  }
}

function isNull(schema: Schema): boolean {
  return schema.type === 'null' || (Array.isArray(schema.type) && schema.type.includes('null'));
}

/** The plainest value of a scalar schema. */
function sample(schema: Schema): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'array') return [];
  if (schema.type === 'object') return {};
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return 0;
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  if (schema.format === 'email') return 'someone@example.com';
  return schema.format === 'uri' ? 'https://github.example/thing' : 'text';
}
