import { appendFile } from 'node:fs/promises';

/** The most bytes of a job summary: GitHub drops one of more than 1,024 KiB whole. */
export const maxSummaryBytes = 1000 * 1024;

/** Sets the action's outputs; the texts are written to the runner's file, never to the log. */
export function setOutputs(
  core: { setOutput(name: string, value: string): void },
  outputs: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Adds Markdown to the job summary, cut if need be; false where the runner offers none. */
export async function writeSummary(
  markdown: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (!path) return false;
  await appendFile(path, cutSummary(markdown));
  return true;
}

/** At most `maxSummaryBytes` of whole lines, with a note at the end if anything was cut. */
export function cutSummary(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.byteLength < maxSummaryBytes) return `${markdown.trimEnd()}\n`;
  const note = `\n\nThe summary was cut here: it has ${bytes.byteLength} bytes, and GitHub shows at most 1,024 KiB.\n`;
  const room = bytes.subarray(0, maxSummaryBytes - Buffer.byteLength(note));
  const end = room.lastIndexOf(10);
  return (end < 0 ? new TextDecoder().decode(room, { stream: true }) : room.subarray(0, end).toString('utf8')) + note;
}
