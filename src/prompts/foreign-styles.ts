import type { ForeignStyle } from './foreign.ts';

const name = '([\\p{L}_][\\p{L}\\p{N}_]*)';
const orText = 'Where it is text, write "template: none".';
const writeName = (variable: string | null) => `Write {{${variable ?? 'name'}}}. ${orText}`;
const writeOut = () => `Write out what is to be sent, with {{name}} where a column goes. ${orText}`;

/** Tags that only a template language has. */
export const tagStyles: readonly ForeignStyle[] = [
  {
    style: 'a tag of Jinja',
    pattern: /\{%[-+~]?\s*\p{L}[^%\n]*%\}|\{#[^#{}\n]*#\}|(?<![\\{])\{\{(?:-[^{}\n]*|[^{}\n!]*-)\}\}/gu,
    certainty: 'always',
    inCode: false,
    hint: writeOut,
  },
  {
    style: 'a tag of Jinja',
    pattern: /(?<![\\{])\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*[|[][^{}\n]*\}\}/gu,
    certainty: 'always',
    inCode: false,
    hint: writeName,
  },
  {
    style: 'a tag of Handlebars',
    pattern: /(?<![\\{])\{\{~?[#^/&!>][^{}\n]*\}\}(?!\})/gu,
    certainty: 'always',
    inCode: false,
    hint: writeOut,
  },
  {
    style: 'a tag of Handlebars',
    pattern: new RegExp(`(?<![\\\\\\w{}^])\\{\\{\\{\\s*${name}\\s*\\}\\}\\}(?!\\})`, 'gu'),
    certainty: 'always',
    inCode: false,
    hint: (variable) => `Write {{${variable}}}: of three braces one stays on each side of the value.`,
  },
];

/** What editors and assistants fill into commands and prompt files, and how chat templates mark roles. */
export const argumentStyles: readonly ForeignStyle[] = [
  {
    style: 'an input of Copilot prompt files',
    pattern: /(?<!\\)\$\{(?:input:[^{}\n]+|selection|selectedText)\}/g,
    certainty: 'always',
    inCode: true,
    hint: () => `Write {{name}} for a column of the dataset. ${orText}`,
  },
  {
    style: 'the argument of a slash command',
    pattern: /(?<![\\\w$])\$ARGUMENTS\b/g,
    certainty: 'always',
    inCode: true,
    hint: () => writeName('input'),
  },
  {
    style: 'a role of ChatML',
    pattern: /<\|(?:im_start|start_header_id)\|>/g,
    certainty: 'always',
    inCode: false,
    hint: () => 'Give each role a line "# system:" of its own; in YAML, a message of its own.',
  },
];

/** What coding agents put in the place of a file's name and of a command of the shell. */
const fetchedStyles: readonly ForeignStyle[] = [
  {
    style: 'a shell command of Claude Code',
    pattern: /!`[^`\n]+`/g,
    certainty: 'always',
    inCode: false,
    hint: () => 'Nothing is run: write out what it would print, or $ARGUMENTS for a column.',
  },
  {
    style: 'a file that Claude Code would read',
    pattern: /(?<![\w@/])@[\w./~-]*\.[A-Za-z]\w{0,7}\b/g,
    certainty: 'always',
    inCode: false,
    hint: () => 'No file is read: write out what it holds, or include it by "{{> path}}".',
  },
];

/** What VS Code fills in by itself. */
const editorVariables: ForeignStyle = {
  style: 'a variable of the editor',
  pattern: /\$\{(selection|selectedText|file\w{0,30}|workspaceFolder\w{0,30})\}/g,
  certainty: 'always',
  inCode: true,
  hint: (variable) => `Write \${input:${variable}} for a column of that name. ${orText}`,
};

/** Single braces, which JSON, code and formulas have, too. */
export const braceStyles: readonly ForeignStyle[] = [
  {
    style: 'a placeholder of f-string templates',
    // Short repeats: a text of nothing but braces is not read again and again.
    pattern: new RegExp(`(?<![{$#%@^_]|\\\\\\p{L}{0,20}(?:\\{[^{}\\n]{0,40}\\}){0,3})\\{${name}\\}(?!\\})`, 'gu'),
    certainty: 'alone',
    inCode: false,
    hint: (variable) => `Write "template: f-string" for the whole file, or {{${variable}}}.`,
  },
];

/** Doubled braces in a file whose placeholders have single ones. */
export const doubledBraces: ForeignStyle = {
  style: 'a placeholder of mustache templates',
  pattern: new RegExp(`(?<![{$])\\{\\{\\s*${name}\\s*\\}\\}(?!\\})`, 'gu'),
  certainty: 'named',
  inCode: false,
  hint: (variable) => `Write {${variable}}, as "template: f-string" wants it.`,
};

/** What texts of all kinds hold, so that only a column of that name makes it a placeholder. */
export const namedStyles: readonly ForeignStyle[] = [
  `(?<!\\\\)\\$\\{${name}\\}`,
  `\\[\\[\\s*${name}\\s*\\]\\]`,
  `<<\\s*${name}\\s*>>`,
  `%\\(${name}\\)s`,
].map((source) => ({
  style: 'a placeholder',
  pattern: new RegExp(source, 'gu'),
  certainty: 'named',
  inCode: false,
  hint: writeName,
}));

/** In commands of coding agents. */
export const commandStyles: readonly ForeignStyle[] = [...fetchedStyles, ...namedStyles];

/** In prompt files of an editor. */
export const editorStyles: readonly ForeignStyle[] = [editorVariables, ...namedStyles];
