/** Prompts, configs, rows and schemas as hostile input. */
export const files = {
  title: 'A hostile file',
  threats: [
    {
      attack: 'a row holds the placeholder of another column, or of a secret',
      seen: 'its text, as it is',
      guard: 'templates are substituted in one pass, and nothing is executed',
      remove: [
        {
          file: 'src/prompts/template.ts',
          find: '    return found ?? whole;\n',
          replace:
            '    return found === null ? whole : found.replace(tokens, (inner, other?: string) => (other === undefined ? inner : (lookUpText(other, variables) ?? inner)));\n',
        },
      ],
      test: { file: '__tests__/prompts/render.test.ts', name: 'replaces a value that looks like a variable' },
    },
    {
      attack: 'a Jinja template that loops or doubles without end',
      seen: 'an error that names its tag',
      guard: 'what one rendering may do is counted',
      remove: [
        {
          file: 'src/prompts/jinja/values.ts',
          find: '    if (this.#left >= 0) return;\n',
          replace: '    if (this.#left !== 0.5) return;\n',
        },
      ],
      test: { file: '__tests__/prompts/jinja.test.ts', name: 'counts the turns of its loops' },
    },
    {
      attack: 'a Jinja template reaches into the language below it',
      seen: 'an error: the name has no value',
      guard: 'only what a row holds itself is looked up',
      remove: [
        {
          file: 'src/prompts/jinja/values.ts',
          find: 'return Object.hasOwn(value, String(key)) ? value[String(key)] : undefined;',
          replace: 'return value[String(key)];',
        },
        {
          file: 'src/prompts/template.ts',
          find: 'if (isJsonObject(value) && Object.hasOwn(value, part)) value',
          replace: 'if (isJsonObject(value)) value',
        },
      ],
      test: { file: '__tests__/prompts/jinja.test.ts', name: 'reaches no' },
    },
    {
      attack: 'a row holds a line that starts a system message',
      seen: 'its text, in the message that it stands in',
      guard: 'only lines of the template start messages',
      remove: [
        {
          file: 'src/prompts/jinja/turns.ts',
          find: 'return values.every(([start, end]) => start === word[0] && end === word[1]);',
          replace: 'return values.length >= 0 || word.length > 0;',
        },
      ],
      test: { file: '__tests__/prompts/jinja.test.ts', name: 'never start at a line of a value' },
    },
    {
      attack: 'a Prompty file names a variable of the environment, or a file outside its folder',
      seen: 'a warning, and nothing in its place; an error at its place',
      guard: 'the environment is never read, and paths stay inside',
      remove: [
        {
          file: 'src/prompts/prompty/references.ts',
          find: "(folder === '.' || path.startsWith(`${folder}/`))",
          replace: "(folder !== '' || path.startsWith(`${folder}/`))",
        },
      ],
      test: { file: '__tests__/prompts/prompty.test.ts', name: 'reads files of its folder' },
    },
    {
      attack: 'a link leads out of the tree',
      seen: 'an error with the file: links are never followed',
      guard: 'symbolic links and submodules are refused',
      remove: [
        {
          file: 'src/select/side.ts',
          find: '  if (kind !== undefined) {\n    const where',
          replace: "  if (kind === '') {\n    const where",
        },
      ],
      test: { file: '__tests__/select/select-suites.test.ts', name: 'refuses' },
    },
    {
      attack: 'a file is a Git LFS pointer',
      seen: 'an error with the file',
      guard: 'a pointer is not taken for the text',
      remove: [
        {
          file: 'src/text/source-file.ts',
          find: 'if (text.startsWith(lfsPointer)) {',
          replace: 'if (text === lfsPointer) {',
        },
      ],
      test: { file: '__tests__/text/source-file.test.ts', name: 'refuses' },
    },
    {
      attack: 'a huge file',
      seen: 'an error with the file and the limit',
      guard: 'sizes are looked at before anything is parsed',
      remove: [
        { file: 'src/text/source-file.ts', find: 'if (bytes.byteLength > maxBytes) {', replace: 'if (maxBytes < 0) {' },
      ],
      test: { file: '__tests__/text/source-file.test.ts', name: 'refuses' },
    },
    {
      attack: 'aliases that add up to gigabytes',
      seen: 'an error with the file, in no time',
      guard: 'what a file expands to is reckoned first',
      remove: [
        {
          file: 'src/text/yaml-value.ts',
          find: 'if (size > this.#maxSize) throw',
          replace: 'if (size < 0) throw',
        },
      ],
      test: { file: '__tests__/text/yaml-budget.test.ts', name: 'too much text by aliases: refused with its place' },
    },
    {
      attack: 'merges that take hours, in a kilobyte',
      seen: 'an error at their place, in no time',
      guard: 'what merges go through is reckoned as they are read',
      remove: [
        {
          file: 'src/text/yaml-value.ts',
          find: 'if (this.#mergedSize > this.#maxSize) throw',
          replace: 'if (this.#mergedSize < 0) throw',
        },
      ],
      test: { file: '__tests__/text/yaml-budget.test.ts', name: 'too much work by merges: refused with its place' },
    },
    {
      attack: 'a header of 200,000 columns, each of which costs time in every row',
      seen: 'an error with the number of columns and the limit',
      guard: 'at most 1,000 columns are read',
      remove: [
        {
          file: 'src/datasets/csv.ts',
          find: 'if (header.cells.length > maxColumns) {',
          replace: 'if (maxColumns < 0) {',
        },
      ],
      test: { file: '__tests__/datasets/budget.test.ts', name: 'too many columns are refused' },
    },
    {
      attack: 'a mistake in each of 300,000 lines',
      seen: 'the first mistakes, and that the file is read no further',
      guard: 'a file is read to its thousandth mistake',
      remove: [
        {
          file: 'src/text/problems.ts',
          find: 'if (problems.length < maxNoted) return false;',
          replace: 'if (problems.length >= 0) return false;',
        },
      ],
      test: { file: '__tests__/datasets/budget.test.ts', name: 'too many lines that are no JSON are refused' },
    },
    {
      attack: 'a pattern whose repeats come to millions of steps',
      seen: 'an error at its place',
      guard: 'its size is reckoned before it is compiled',
      remove: [
        {
          file: 'src/checks/pattern.ts',
          find: 'if (reckonSize(pattern) > maxSize) throw',
          replace: 'if (reckonSize(pattern) < 0) throw',
        },
      ],
      test: { file: '__tests__/checks/kinds.test.ts', name: 'counts that add up is an error at its place' },
    },
    {
      attack: 'a file that is nested without end',
      seen: 'an error with the file',
      guard: 'the depth is bounded before anything recurses',
      remove: [
        {
          file: 'src/text/yaml-compose.ts',
          find: 'if (depth > maxDepth) return true;',
          replace: 'if (depth < 0) return true;',
        },
      ],
      test: { file: '__tests__/text/problems.test.ts', name: 'are refused, not a crash' },
    },
    {
      attack: 'files that include each other into terabytes',
      seen: 'an error: more characters than can be read',
      guard: 'the length is reckoned without writing it out',
      remove: [
        {
          file: 'src/prompts/include.ts',
          find: 'if (measure(root, files) > maxTextBytes) {',
          replace: 'if (measure(root, files) < 0) {',
        },
      ],
      test: {
        file: '__tests__/prompts/include.test.ts',
        name: 'counts all that is included, however little each file holds',
      },
    },
    {
      attack: 'an include that leaves the repository',
      seen: 'an error at its place',
      guard: 'paths stay inside',
      remove: [
        {
          file: 'src/prompts/include.ts',
          find: '    if (path !== null) return [];\n    return [buildProblem',
          replace: "    if (path !== '') return [];\n    return [buildProblem",
        },
      ],
      test: { file: '__tests__/prompts/include.test.ts', name: 'is a mistake where the file' },
    },
    {
      attack: 'a schema that doubles its work with every level',
      seen: 'a score of 0: the output "is too complex to check against the schema"',
      guard: 'references are counted',
      remove: [
        {
          file: 'src/checks/schema-validator.ts',
          find: 'if (budget.references > maxReferences) throw',
          replace: 'if (budget.references < 0) throw',
        },
      ],
      test: { file: '__tests__/checks/json-schema.test.ts', name: 'counts the references of one output' },
    },
    {
      attack: 'a long text on which the pattern of a format takes quadratic time',
      seen: 'a score of 0: the text has no such format',
      guard: 'patterns of the project run in linear time (RE2), those of formats on short texts only',
      remove: [
        {
          file: 'src/checks/schema-validator.ts',
          find: '=> text.length <= maxFormatLength && test(text);',
          replace: '=> test(text);',
        },
      ],
      test: { file: '__tests__/checks/json-schema.test.ts', name: 'an over-long text has no format' },
    },
  ],
};
