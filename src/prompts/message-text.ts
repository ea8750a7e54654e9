import type { Message, MessagePart } from '../ports.ts';

/** Parts as people, judges and estimates read them: one a line, `[image …]` for an image. */
export function joinParts(parts: readonly MessagePart[]): string {
  return parts.map((part) => (part.type === 'text' ? part.text : `[image ${nameImage(part.url)}]`)).join('\n');
}

/** Nobody reads an image inside a data URL: its type and length tell enough. */
function nameImage(url: string): string {
  return /^data:/i.test(url) ? `${url.split(/[;,]/, 1)[0]}, ${url.length} characters` : url;
}

/** All texts of a message that a template may fill: its content, or its parts' texts and URLs. */
export function textsOf({ content, parts }: Message): readonly string[] {
  return parts?.map((part) => (part.type === 'text' ? part.text : part.url)) ?? [content];
}

/** The message with each of these texts replaced. */
export function mapTexts(message: Message, replace: (text: string) => string): Message {
  if (message.parts === undefined) return { ...message, content: replace(message.content) };
  const parts = message.parts.map((part) =>
    part.type === 'text' ? { ...part, text: replace(part.text) } : { ...part, url: replace(part.url) },
  );
  return { ...message, content: joinParts(parts), parts };
}

/** A whole message as people and estimates read it: its content, then each call of a tool as `[tool call] name(arguments)` on a line of its own. */
export function messageText({ content, toolCalls = [] }: Message): string {
  const calls = toolCalls.map(({ name, arguments: given }) => `[tool call] ${name}(${given})`);
  return [...(content === '' && calls.length > 0 ? [] : [content]), ...calls].join('\n');
}
