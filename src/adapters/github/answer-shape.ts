import { isJsonObject } from '../../json.ts';

/** Says what is wrong with a value that came from outside, by its path, such as "`answer.head.sha` is no text"; null where nothing is. */
export type Shape = (value: unknown, path?: string) => string | null;

const leaf =
  (what: string, isSuch: (value: unknown) => boolean): Shape =>
  (value, path = 'answer') =>
    isSuch(value) ? null : `\`${path}\` is no ${what}`;

export const text = leaf('text', (value) => typeof value === 'string');
export const integer = leaf('integer', Number.isSafeInteger);
export const flag = leaf('boolean', (value) => typeof value === 'boolean');
/** The name that git gives to an object. */
export const hash = leaf('hash', (value) => typeof value === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value));

/** Members that the value must have; others may be there. */
export function object(members: Readonly<Record<string, Shape>>): Shape {
  return (value, path = 'answer') => {
    if (!isJsonObject(value)) return `\`${path}\` is no object`;
    return firstOf(
      Object.entries(members).map(
        ([name, shape]) =>
          () =>
            shape(value[name], `${path}.${name}`),
      ),
    );
  };
}

/** Items that are all alike; there may be none. */
export function list(item: Shape): Shape {
  return (value, path = 'answer') => {
    if (!Array.isArray(value)) return `\`${path}\` is no list`;
    return firstOf(value.map((one: unknown, index) => () => item(one, `${path}[${index}]`)));
  };
}

/** The value may be null or missing. */
export function optional(shape: Shape): Shape {
  return (value, path) => (value === null || value === undefined ? null : shape(value, path));
}

function firstOf(looks: readonly (() => string | null)[]): string | null {
  for (const look of looks) {
    const wrong = look();
    if (wrong !== null) return wrong;
  }
  return null;
}
