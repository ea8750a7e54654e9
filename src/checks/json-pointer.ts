import { isJsonObject, type Json } from '../json.ts';

/** Follows a JSON Pointer (RFC 6901) into a value; undefined where it finds nothing. Only own members and existing list indexes without leading zeros are found; `-` finds nothing. */
export function lookUpPointer(pointer: string, document: Json): Json | undefined {
  let value: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    // ~1 before ~0, so that ~01 becomes ~1 and not a slash (RFC 6901 §4).
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value) && /^(0|[1-9]\d*)$/.test(key)) value = value[Number(key)] as Json | undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}
