import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { MessagePart } from '../ports.ts';
import { hintKnown, quoteName } from '../text/problems.ts';
import type { KeyPath } from '../text/yaml-file.ts';
import { isReadable, kindOf, type Report } from './fields.ts';

/** The types of parts, as the chat API and the Responses API name them. */
const readers: { readonly [type: string]: (part: JsonObject, report: Report) => MessagePart | null } = {
  text: readTextPart,
  input_text: readTextPart,
  output_text: readTextPart,
  image_url: readImagePart,
  input_image: readImagePart,
};

/** Reads the parts of a message's content; null where a mistake was reported. */
export function readParts(list: readonly Json[], report: Report): readonly MessagePart[] | null {
  if (list.length === 0) report([], 'has no parts.', 'Write the text, or remove the message.');
  if (!isReadable(list, report)) return null;
  const parts = list.map((item, index) => readPart(item, (path, text, hint) => report([index, ...path], text, hint)));
  const known = parts.filter((part) => part !== null);
  return known.length === 0 || known.length < list.length ? null : known;
}

function readPart(item: Json, report: Report): MessagePart | null {
  const type = isJsonObject(item) ? (item.type ?? null) : null;
  if (!isJsonObject(item) || typeof type !== 'string') {
    const found = isJsonObject(item) ? 'a mapping without it' : kindOf(item);
    report([], `must be a mapping with a "type", not ${found}.`, 'Write "type: text" and "text: …".');
    return null;
  }
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (read !== undefined) return read(item, report);
  report(['type'], `has the unknown part type ${quoteName(type)}.`, hintKnown(type, ['text', 'image_url']));
  return null;
}

function readTextPart({ text = null }: JsonObject, report: Report): MessagePart | null {
  if (typeof text === 'string') return { type: 'text', text };
  report(['text'], text === null ? 'is missing.' : `must be text, not ${kindOf(text)}.`, 'Write the text of the part.');
  return null;
}

function readImagePart(
  { image_url: image = null, detail: outer = null }: JsonObject,
  report: Report,
): MessagePart | null {
  const { url, detail = outer } = isJsonObject(image) ? image : { url: image };
  // What a template makes of it, only the row knows.
  if (typeof url === 'string' && /^(https:\/\/|data:image\/)|\{/i.test(url)) {
    return { type: 'image', url, detail: typeof detail === 'string' ? detail : null };
  }
  const hint = 'Nothing is fetched or read for it: write an https URL, or a data URL that starts with data:image/.';
  report(['image_url'], typeof url === 'string' ? 'is no https or data URL.' : 'has no URL.', hint);
  return null;
}

/** Where the texts of a message that templates may fill are written, below the message as its file gave it; of what is no message, none. */
export function listTextPaths(item: Json): readonly KeyPath[] {
  const content = isJsonObject(item) ? item.content : null;
  if (typeof content === 'string') return [['content']];
  if (!Array.isArray(content)) return [];
  return content.flatMap((part: Json, index): readonly KeyPath[] => {
    const { text, image_url: image } = isJsonObject(part) ? part : {};
    if (typeof text === 'string') return [['content', index, 'text']];
    if (typeof image === 'string') return [['content', index, 'image_url']];
    return isJsonObject(image) && typeof image.url === 'string' ? [['content', index, 'image_url', 'url']] : [];
  });
}
