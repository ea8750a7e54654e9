import { createHash } from 'node:crypto';

/** A style or script as a content security policy allows it, and no other. */
export function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
