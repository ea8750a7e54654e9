import { encodeAddressPart } from '../../text/address.ts';

/** What a link to a case of `report.html` is about. */
export interface CaseAnchor {
  readonly suite: string;
  readonly prompt: string;
  readonly case: string;
}

const start = '#case=';

/**
 * The end of a link to a case of `report.html`: `#case=<suite>/<prompt>/<case>`, each part percent-encoded, so that it may
 * stand in any link, in Markdown, too. It stays the same from run to run.
 */
export function anchorOf(suite: string, prompt: string, caseId: string): string {
  return start + [suite, prompt, caseId].map(encodeAddressPart).join('/');
}

/** The case that an address's fragment is about; null for a fragment that names none. */
export function readAnchor(fragment: string): CaseAnchor | null {
  if (!fragment.startsWith(start)) return null;
  const parts = fragment.slice(start.length).split('/').map(decode);
  const [suite, prompt, id] = parts;
  if (parts.length !== 3 || suite == null || prompt == null || id == null) return null;
  return { suite, prompt, case: id };
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
