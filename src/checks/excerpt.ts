const maxCharacters = 60;

/** Quotes a text for a reason: one line, as a JSON string, cut to 60 characters. */
export function excerpt(text: string): string {
  // Cut by units first: splitting a text of megabytes into characters to keep sixty of them would be slow.
  const characters = [...text.slice(0, 2 * maxCharacters + 2)];
  const cut = characters.length > maxCharacters || text.length > 2 * maxCharacters + 2;
  return JSON.stringify(cut ? `${characters.slice(0, maxCharacters).join('')}…` : text);
}
