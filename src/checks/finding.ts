import { canonicalJson, type Json, type JsonObject } from '../json.ts';

/** What a check looks at: the output's whole text, or the JSON value that its `path` points to. */
export type Target =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly value: Json };

/**
 * What a check saw. `degree`, from 0 to 1, is how far what it asks for is met; `because` says it in a few words, whatever the degree;
 * `readable` is false where there was nothing to look at: that scores 0 even under `not`, unless the fault is not the output's.
 */
export interface Finding {
  readonly degree: number;
  readonly readable: boolean;
  readonly because: string;
  /** Set where nobody can say: there is no score then. */
  readonly isUnscored?: true;
}

/** Looks at one target; `options` are the check's own, rendered with the row. Must not throw on what a model wrote. */
export type Measure = (target: Target, options: JsonObject) => Finding;

/** A finding about a target that could be read: whether it is as it should be, or how far it is, from 0 to 1. */
export function found(holds: boolean | number, because: string): Finding {
  return { degree: Number(holds), readable: true, because };
}

/** A finding that there was nothing to look at. */
export function unreadable(because: string): Finding {
  return { degree: 0, readable: false, because };
}

/** A finding that a score is lacking through no fault of the output's. */
export function unscored(because: string): Finding {
  return { degree: 0, readable: false, because, isUnscored: true };
}

/** The target as text: a string is itself, any other JSON value is its JSON without blanks and with sorted keys. */
export function targetText(target: Target): string {
  if (target.kind === 'text') return target.text;
  return typeof target.value === 'string' ? target.value : canonicalJson(target.value);
}
