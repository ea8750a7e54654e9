/** The texts of a list that is written with commas; one between double quotes may hold commas, and doubled quotes for one. */
export function splitTexts(written: string): readonly string[] {
  const texts: string[] = [];
  let rest = written.trim();
  while (rest !== '') {
    const [quoted, inside] = /^"((?:[^"]|"")*)"\s*(?:,|$)/.exec(rest) ?? [];
    const end = rest.indexOf(',') === -1 ? rest.length : rest.indexOf(',');
    texts.push(inside === undefined ? rest.slice(0, end).trim() : inside.replaceAll('""', '"'));
    rest = rest.slice(quoted?.length ?? end + 1).trim();
  }
  return texts.filter((text) => text !== '');
}
