import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A node of a parsed Markdown document, as far as the tests look at it. */
export interface TreeNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly TreeNode[];
}

/** Parses as GitHub does: CommonMark with tables, autolinks, strikethrough, footnotes and task lists. */
export function parseMarkdown(text: string): TreeNode {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as TreeNode;
}

/** Every node of a tree, parents first. */
export function listNodes(node: TreeNode): readonly TreeNode[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)];
}

/** The gap that escaping sets is invisible to people and is left out of comparisons. */
export function withoutGaps(text: string): string {
  return text.replaceAll('\u200B', '');
}

/** What GitHub would link in a text node after Markdown is parsed: mentions, issue references, addresses, emoji names. */
export const linkable = /@[\w-]|#\d|\bGH-\d|\w:\/\/|\bwww\.|:[\w+-]+:/i;
