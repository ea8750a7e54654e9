import { isJsonNumber, isJsonObject, type Json } from '../../json.ts';
import { type Budget, isEqual, nameKind, RenderFault, writeValue } from './values.ts';

/** More digits are no number but an attack. */
const maxDigits = 1000;

/** What a sign between two values gives; throws a RenderFault where they do not go together. */
export function operate(sign: string, left: Json, right: Json, budget: Budget): Json {
  switch (sign) {
    case '==':
      return isEqual(left, right, budget);
    case '!=':
      return !isEqual(left, right, budget);
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    case 'in':
      return isIn(left, right, budget);
    case 'not in':
      return !isIn(left, right, budget);
    case '~':
      return writeValue(left, budget) + writeValue(right, budget);
    default:
      return sign === '+' ? add(left, right, budget) : calculate(sign, left, right);
  }
}

/** Negative, 0 or positive; throws a RenderFault for anything but two numbers, two texts, or two lists of such. */
export function compare(left: Json, right: Json): number {
  if ((isJsonNumber(left) && isJsonNumber(right)) || (typeof left === 'string' && typeof right === 'string')) {
    return left < right ? -1 : left > right ? 1 : 0;
  }
  const hint = 'Only two numbers or two texts can be compared; "| int" makes a number of a text.';
  throw new RenderFault(`compares ${nameKind(left)} with ${nameKind(right)}.`, hint);
}

function isIn(item: Json, whole: Json, budget: Budget): boolean {
  if (typeof whole === 'string' && typeof item === 'string') {
    budget.spend(whole.length);
    return whole.includes(item);
  }
  if (isJsonObject(whole)) return typeof item === 'string' && Object.hasOwn(whole, item);
  if (!Array.isArray(whole)) {
    throw new RenderFault(`looks for ${nameKind(item)} in ${nameKind(whole)}.`, 'Only a list, a map or a text holds.');
  }
  budget.spend(whole.length);
  return whole.some((member: Json) => isEqual(member, item, budget));
}

function add(left: Json, right: Json, budget: Budget): Json {
  if (typeof left === 'string' && typeof right === 'string') {
    budget.spend(left.length + right.length);
    return left + right;
  }
  if (!Array.isArray(left) || !Array.isArray(right)) return calculate('+', left, right);
  budget.spend(left.length + right.length);
  return [...left, ...right];
}

/** Reckons with two numbers; integers keep their digits. Throws a RenderFault for anything else and for what has no result. */
export function calculate(sign: string, left: Json, right: Json): Json {
  if (!isJsonNumber(left) || !isJsonNumber(right)) {
    const hint =
      sign === '+'
        ? '"~" puts texts together, "| int" makes a number of one.'
        : 'Only numbers go; "| int" makes one of a text.';
    throw new RenderFault(`has "${sign}" between ${nameKind(left)} and ${nameKind(right)}.`, hint);
  }
  if ((sign === '/' || sign === '//' || sign === '%') && Number(right) === 0) {
    throw new RenderFault('divides by 0.', 'Ask before whether it is 0.');
  }
  const result = isWhole(left) && isWhole(right) ? reckonWhole(sign, BigInt(left), BigInt(right)) : null;
  const value = result ?? reckon(sign, Number(left), Number(right));
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Number.isFinite(value)) return value;
  throw new RenderFault('reckons a number that is too large.', 'Keep to smaller numbers.');
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

function reckonWhole(sign: string, left: bigint, right: bigint): bigint | null {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  if (sign === '/' || (sign === '**' && right < 0n)) return null;
  const digits = String(left).length * (sign === '**' ? Number(right) : 1) + String(right).length;
  if (digits > maxDigits) throw new RenderFault('reckons a number that is too large.', 'Keep to smaller numbers.');
  if (sign === '*') return left * right;
  if (sign === '**') return left ** right;
  const rest = ((left % right) + right) % right;
  return sign === '%' ? rest : (left - rest) / right;
}

function reckon(sign: string, left: number, right: number): number {
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  if (sign === '*') return left * right;
  if (sign === '/') return left / right;
  if (sign === '**') return left ** right;
  const whole = Math.floor(left / right);
  return sign === '//' ? whole : left - whole * right;
}
