// Cuts GitHub's OpenAPI description down to the operations that the adapters use and turns it into JSON Schema for ajv.
// Usage: npm i --prefix /tmp/openapi @octokit/openapi
//        node scripts/trim-openapi.mjs /tmp/openapi/node_modules/@octokit/openapi
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const operations = {
  '/user': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/branches/{branch}': ['get'],
  '/repos/{owner}/{repo}/collaborators/{username}/permission': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}': ['get'],
  '/repos/{owner}/{repo}/commits/{commit_sha}/pulls': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}/status': ['get'],
  '/repos/{owner}/{repo}/commits/{ref}/statuses': ['get'],
  '/repos/{owner}/{repo}/compare/{basehead}': ['get'],
  '/repos/{owner}/{repo}/git/blobs': ['post'],
  '/repos/{owner}/{repo}/git/blobs/{file_sha}': ['get'],
  '/repos/{owner}/{repo}/git/commits': ['post'],
  '/repos/{owner}/{repo}/git/commits/{commit_sha}': ['get'],
  '/repos/{owner}/{repo}/git/ref/{ref}': ['get'],
  '/repos/{owner}/{repo}/git/refs': ['post'],
  '/repos/{owner}/{repo}/git/refs/{ref}': ['patch'],
  '/repos/{owner}/{repo}/git/trees': ['post'],
  '/repos/{owner}/{repo}/git/trees/{tree_sha}': ['get'],
  '/repos/{owner}/{repo}/issues/comments': ['get'],
  '/repos/{owner}/{repo}/issues/comments/{comment_id}': ['delete', 'get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['get', 'post'],
  '/repos/{owner}/{repo}/pulls': ['get'],
  '/repos/{owner}/{repo}/pulls/{pull_number}': ['get'],
  '/repos/{owner}/{repo}/rules/branches/{branch}': ['get'],
  '/repos/{owner}/{repo}/rulesets/{ruleset_id}': ['get'],
  '/repos/{owner}/{repo}/statuses/{sha}': ['post'],
};

const kept = new Set([
  ...['$ref', 'additionalProperties', 'allOf', 'anyOf', 'enum', 'format', 'items', 'maximum', 'maxItems', 'maxLength'],
  ...['minimum', 'minItems', 'minLength', 'oneOf', 'pattern', 'properties', 'required', 'type', 'default'],
]);

/** OpenAPI 3.0 schema -> JSON Schema: annotations go, `nullable` becomes a null branch. */
function convertSchema(schema) {
  if (Array.isArray(schema)) return schema.map(convertSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const out = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!kept.has(key)) continue;
    if (key === 'properties') {
      out.properties = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, convertSchema(member)]));
    } else out[key] = typeof value === 'object' && key !== 'enum' && key !== 'required' ? convertSchema(value) : value;
  }
  return schema.nullable === true ? nullable(out) : out;
}

function nullable(schema) {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const out = { ...schema, type: [schema.type, 'null'] };
  if (schema.enum && !schema.enum.includes(null)) out.enum = [...schema.enum, null];
  return out;
}

function resolve(document, node) {
  if (!node?.$ref) return node;
  const target = node.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key.replaceAll('~1', '/')], document);
  return resolve(document, target);
}

function trimOperation(document, item, method) {
  const operation = item[method];
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) => resolve(document, one));
  const body = resolve(document, operation.requestBody)?.content?.['application/json']?.schema;
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const schema = resolve(document, response)?.content?.['application/json']?.schema;
    return [status, schema ? convertSchema(schema) : null];
  });
  return {
    query: Object.fromEntries(
      parameters.filter((one) => one.in === 'query').map((one) => [one.name, convertSchema(one.schema)]),
    ),
    body: body ? convertSchema(body) : null,
    responses: Object.fromEntries(responses),
  };
}

/** Copies every component schema that the value refers to, directly or through others. */
function collectComponents(document, value, components) {
  for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (components[name]) continue;
    components[name] = convertSchema(document.components.schemas[name]);
    collectComponents(document, components[name], components);
  }
}

const source = process.argv[2];
if (!source) throw new Error('Name the folder of @octokit/openapi: node scripts/trim-openapi.mjs FOLDER');
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
const document = JSON.parse(readFileSync(join(source, 'generated/api.github.com.json'), 'utf8'));

const paths = {};
for (const [path, methods] of Object.entries(operations)) {
  paths[path] = Object.fromEntries(
    methods.map((method) => [method, trimOperation(document, document.paths[path], method)]),
  );
}
const schemas = {};
collectComponents(document, paths, schemas);

const target = fileURLToPath(new URL('../fixtures/github/openapi-trimmed.json', import.meta.url));
const origin = `@octokit/openapi ${version}, MIT licence, Copyright (c) 2020 Octokit contributors; see README.md beside this file`;
writeFileSync(target, `${JSON.stringify({ source: origin, paths, components: { schemas } })}\n`);
console.log(`${target}: ${Object.keys(paths).length} paths, ${Object.keys(schemas).length} schemas`);
