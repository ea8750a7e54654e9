/** True for 13 to 19 digits of a card: they begin with 2 to 6, and the last one checks the others (ISO/IEC 7812-1, Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? Number(digit) : 2 * Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Every country's number has more digits; words and codes of that length have less. */
const minIbanDigits = 10;

/** True for an account number without blanks whose two digits behind the country check the rest (ISO 13616-1, modulo 97). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/i.test(text) || text.replace(/\D/g, '').length < minIbanDigits) return false;
  const turned = (text.slice(4) + text.slice(0, 4)).toUpperCase();
  let rest = 0;
  for (const character of turned) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** True for an address of IPv6 (RFC 4291, 2.2), its last 32 bits in either form. */
export function isIpV6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || !/[\da-f]/i.test(text)) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const bits = groups.length * 16 + (last.includes('.') ? 16 : 0);
  const isWhole = (group: string) =>
    /^[\da-f]{1,4}$/i.test(group) || (group === last && /^\d+(?:\.\d+){3}$/.test(group));
  return groups.every(isWhole) && (halves.length === 2 ? bits < 128 : bits === 128);
}
