import { isJsonNumber, isJsonObject, type Json, type JsonObject, readDigits } from '../json.ts';
import { RecordFault } from './fault.ts';

/** The attributes of a span or log record as plain values. A key that is there twice has its last value, as collectors have it. */
export function readAttributes(list: Json | undefined): JsonObject {
  if (list === undefined || list === null) return {};
  if (!Array.isArray(list)) throw new RecordFault('has attributes that are no list of keys and values.');
  return Object.fromEntries(list.map(readPair));
}

function readPair(pair: Json): readonly [string, Json] {
  if (isJsonObject(pair) && typeof pair.key === 'string') return [pair.key, readAny(pair.value ?? null)];
  throw new RecordFault('has an attribute without a key.');
}

/** A value as OTLP's JSON wraps it; null for one that is not set. */
function readAny(wrapped: Json): Json {
  if (!isJsonObject(wrapped)) return null;
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = wrapped;
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  if (intValue !== undefined) return readInteger(intValue);
  if (doubleValue !== undefined) return isJsonNumber(doubleValue) ? doubleValue : null;
  if (isJsonObject(arrayValue)) return Array.isArray(arrayValue.values) ? arrayValue.values.map(readAny) : [];
  if (isJsonObject(kvlistValue)) return readAttributes(kvlistValue.values);
  return typeof bytesValue === 'string' ? bytesValue : null;
}

/** Digits as text, since JSON's readers round what is beyond 2^53. */
function readInteger(value: Json): Json {
  if (isJsonNumber(value)) return value;
  if (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) return readDigits(value);
  throw new RecordFault('has an attribute whose "intValue" is no integer.');
}
