import { count } from '../../text/prose.ts';
import type { SinceReport } from '../report.ts';

/** What the last push did to the cases that were broken before it. */
export function describeSince({ head, mended, fresh }: SinceReport): string {
  const since = `Since \`${head.slice(0, 7)}\``;
  if (mended + fresh === 0) return `${since}: the same cases are broken.`;
  const parts = [
    mended === 0 ? '' : `${count(mended, 'case')} mended`,
    fresh === 0 ? '' : `${count(fresh, 'new one')} broken`,
  ];
  return `${since}: ${parts.filter((part) => part !== '').join(', ')}.`;
}
