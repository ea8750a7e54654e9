/** The way to a value from the row, column first, empty for the row itself; null where it cannot be told, as for the items of a list. */
export type Place = readonly string[] | null;

/** Where the members of a context come from: from below a place, but for those that a partial was given by name. */
export interface Origin {
  readonly place: Place;
  readonly given: ReadonlyMap<string, Place>;
}

/** The origin of a value that stands at a place. */
export function originAt(place: Place): Origin {
  return { place, given: new Map() };
}

/** The place of a member of a context. */
export function placeOf({ place, given }: Origin, parts: readonly string[]): Place {
  const [first, ...rest] = parts;
  const own = first === undefined ? undefined : given.get(first);
  return own === undefined ? below(place, parts) : below(own, rest);
}

/** The place of a member of what stands at a place. */
export function below(place: Place, parts: readonly string[]): Place {
  return place === null ? null : [...place, ...parts];
}

/** What `each` says of the item that it is at. Any other name behind an `@` is that of a column. */
export const loopNames: readonly string[] = ['index', 'key', 'first', 'last'];

/** A place as a variable is called: `customer.name`; the row itself is `this`. */
export function nameOf(place: readonly string[]): string {
  return place.length === 0 ? 'this' : place.join('.');
}
