import { isJsonObject, type Json, type JsonObject } from '../../json.ts';

const types: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'integer',
  float: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'object',
};

/** A property of inputs, outputs or parameters, as Prompty lists it. */
export interface Property {
  readonly name: string;
  /** Its key or place in the list. */
  readonly key: string | number;
  readonly values: JsonObject;
}

/** The properties of a list with names or of a mapping by name; a plain value there is a default. What is neither is left out. */
export function listProperties(value: Json): readonly Property[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, key): readonly Property[] => {
      const name = isJsonObject(item) ? item.name : null;
      return isJsonObject(item) && typeof name === 'string' && name !== '' ? [{ name, key, values: item }] : [];
    });
  }
  return Object.entries(isJsonObject(value) ? value : {}).map(([name, member]) => ({
    name,
    key: name,
    values: isJsonObject(member) ? member : { default: member },
  }));
}

/** The JSON Schema of properties; a strict one requires all of them, and lets optional ones be null. */
export function buildObjectSchema(properties: readonly Property[], isStrict: boolean): JsonObject {
  const required = properties.filter(({ values }) => isStrict || values.required === true).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(
      properties.map(({ name, values }) => [name, buildSchema(values, isStrict && values.required !== true, isStrict)]),
    ),
    ...(required.length > 0 && { required }),
    ...(isStrict && { additionalProperties: false }),
  };
}

function buildSchema(property: JsonObject, isNullable: boolean, isStrict: boolean): JsonObject {
  const { kind = property.type, description, enumValues, items, properties } = property;
  const type = typeof kind === 'string' && Object.hasOwn(types, kind) ? types[kind] : undefined;
  return {
    ...(type !== undefined && { type: isNullable ? [type, 'null'] : type }),
    ...(typeof description === 'string' && { description }),
    ...(Array.isArray(enumValues) &&
      enumValues.length > 0 && { enum: isNullable ? [...enumValues, null] : enumValues }),
    ...(type === 'array' && {
      items: isJsonObject(items) ? buildSchema(items, false, isStrict) : { type: 'string' },
    }),
    ...(type === 'object' && buildMembers(properties ?? null, isStrict)),
  };
}

function buildMembers(properties: Json, isStrict: boolean): JsonObject {
  const { type: _type, ...members } = buildObjectSchema(listProperties(properties), isStrict);
  return { ...members, additionalProperties: false };
}
