/** Text of models, prompts, rows and people, wherever it is shown. */
export const shown = {
  title: 'Text breaks out of where it is shown',
  threats: [
    {
      attack: 'a mention in an output calls a person or a team',
      seen: '`@name` as plain text, and nobody is called',
      guard: 'one place escapes: a gap nobody sees stands in what GitHub would link',
      remove: [{ file: 'src/report/escape.ts', find: ".replaceAll('@', `@${gap}`)", replace: '' }],
      test: { file: '__tests__/report/escape.test.ts', name: 'escapeInline mention' },
    },
    {
      attack: 'an address in an output becomes a link',
      seen: 'the address as plain text',
      guard: 'the same',
      remove: [{ file: 'src/report/escape.ts', find: ".replaceAll('://', `${gap}://`)", replace: '' }],
      test: { file: '__tests__/report/escape.test.ts', name: 'escapeInline address' },
    },
    {
      attack: 'an image in an output loads from a server of somebody',
      seen: 'its Markdown as plain text',
      guard: 'brackets and other marks are escaped',
      remove: [
        { file: 'src/report/escape.ts', find: '.replace(/[\\\\`*_[\\]~]/g,', replace: '.replace(/[\\\\`*_~]/g,' },
      ],
      test: { file: '__tests__/report/escape.test.ts', name: 'escapeInline image' },
    },
    {
      attack: 'HTML in an output is rendered',
      seen: 'tags as plain text',
      guard: 'tags, pipes and formulas are written as entities',
      remove: [{ file: 'src/report/escape.ts', find: '    .replace(/[&<>|$]/g, toEntity);', replace: '    .trim();' }],
      test: { file: '__tests__/report/escape.test.ts', name: 'escapeInline HTML' },
    },
    {
      attack: 'an output ends its code block and goes on outside',
      seen: 'all of it inside the block',
      guard: 'a fence is longer than any run of backticks inside',
      remove: [
        {
          file: 'src/report/escape.ts',
          find: 'Math.max(3, longestRun(body) + 1)',
          replace: 'Math.min(3, body.length + 3)',
        },
      ],
      test: { file: '__tests__/report/escape.test.ts', name: 'ends at no backticks of the text' },
    },
    {
      attack: 'an output ends a code span and goes on outside',
      seen: 'all of it inside the span',
      guard: 'the same, for spans',
      remove: [{ file: 'src/report/escape.ts', find: "'`'.repeat(longestRun(line) + 1)", replace: "'`'" }],
      test: { file: '__tests__/report/escape.test.ts', name: 'ends at no backticks of the text' },
    },
    {
      attack: 'invisible and reordering characters make a text look like another',
      seen: 'their names: `⟨U+202E⟩`',
      guard: 'such characters are shown',
      remove: [
        {
          file: 'src/text/unseen.ts',
          find: '[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB\\u2800\\p{Cc}]',
          replace: '[\\uFFF9-\\uFFFB\\u2800\\p{Cc}]',
        },
      ],
      test: { file: '__tests__/report/escape.test.ts', name: 'revealText right-to-left override' },
    },
    {
      attack: 'such characters hide in results.json',
      seen: 'their names as JSON writes them: `\\u202e`',
      guard: 'JSON for people and programs is written without them, and reads back to the same',
      remove: [
        {
          file: 'src/text/json-line.ts',
          find: '${escapeJson(canonicalJson(value))}',
          replace: '${canonicalJson(value)}',
        },
      ],
      test: { file: '__tests__/report/files.test.ts', name: 'stands raw nowhere in' },
    },
    {
      attack: 'an output steers the terminal',
      seen: 'the names of its control characters',
      guard: 'control characters are shown',
      remove: [
        {
          file: 'src/text/unseen.ts',
          find: '\\u2800\\p{Cc}]',
          replace: '\\u2800]',
        },
      ],
      test: { file: '__tests__/report/files.test.ts', name: 'lets no foreign text steer the terminal' },
    },
    {
      attack: 'an output holds our own hidden lines',
      seen: 'the text, with a blank in it',
      guard: 'what looks like our marker is broken',
      remove: [
        {
          file: 'src/report/escape.ts',
          find: "return text.replace(/<!--(?=\\s*prompt-assay)/gi, '<! --');",
          replace: 'return text;',
        },
      ],
      test: { file: '__tests__/report/comment.test.ts', name: 'has one marker and one record' },
    },
    {
      attack: 'a name in the record ends the hidden comment',
      seen: 'nothing: it stays hidden',
      guard: "the record's JSON is escaped for an HTML comment",
      remove: [
        {
          file: 'src/report/comment/marker.ts',
          find: '${escapeCommentJson(canonicalJson(record))}',
          replace: '${canonicalJson(record)}',
        },
      ],
      test: { file: '__tests__/report/comment.test.ts', name: 'a record cannot end its comment either' },
    },
    {
      attack: 'an output breaks the HTML report, or junit.xml',
      seen: 'the text itself',
      guard: 'XML and HTML are escaped, forbidden characters are shown',
      remove: [
        {
          file: 'src/report/escape.ts',
          find: '    .replace(/[\\uFFFE\\uFFFF]/g, nameCharacter)\n',
          replace: '',
        },
      ],
      test: { file: '__tests__/report/escape.test.ts', name: 'leaves no character that XML forbids' },
    },
    {
      attack: 'the comment grows beyond what GitHub takes, and is refused',
      seen: 'what was cut, and where the whole is',
      guard: 'the least important goes first',
      remove: [
        { file: 'src/report/comment/fit.ts', find: 'while (total() > limit) {', replace: 'while (total() < 0) {' },
      ],
      test: { file: '__tests__/report/comment.test.ts', name: 'is kept by a huge report, which says what was cut' },
    },
    {
      attack: 'the job summary grows beyond what GitHub takes, and is dropped whole',
      seen: 'the summary, and that it was cut',
      guard: 'it is cut at 1,000 KiB',
      remove: [
        {
          file: 'src/adapters/actions/job.ts',
          find: 'if (bytes.byteLength < maxSummaryBytes) return',
          replace: 'if (bytes.byteLength >= 0) return',
        },
      ],
      test: { file: '__tests__/adapters/actions/job.test.ts', name: 'is cut before GitHub would drop it whole' },
    },
    {
      attack: 'texts that nobody outside may see are in the comment',
      seen: 'scores and names alone',
      guard: '`report: { examples: none }` or `redacted`, of the base',
      remove: [
        {
          file: 'src/report/redact.ts',
          find: "if (report.examples === 'full') return report;",
          replace: "if (report.examples !== 'none') return report;",
        },
      ],
      test: { file: '__tests__/report/files.test.ts', name: 'holds no texts where examples are redacted' },
    },
    {
      attack: "an output ends the data of the page's viewer and begins a script",
      seen: 'the text itself, and its case',
      guard: 'texts stand there as JSON without a `<`, and the policy runs one script by its hash',
      remove: [{ file: 'src/report/escape.ts', find: ".replaceAll('<', '\\\\u003c')", replace: '' }],
      test: {
        file: '__tests__/report/page/html.test.ts',
        name: 'carries hostile texts as data that nothing in them can end',
      },
    },
    {
      attack: 'a log line commands the runner',
      seen: 'the line, with a backslash in it',
      guard: '`::command::` and `##[command]` are broken up',
      remove: [{ file: 'src/adapters/actions/log.ts', find: ".replace(/^(\\s*):(?=:)/u, '$1\\\\:')", replace: '' }],
      test: { file: '__tests__/adapters/actions/log.test.ts', name: 'renderLogText' },
    },
    {
      attack: 'a text in an output of the action forges another output',
      seen: 'the text, in its own output',
      guard: "outputs go through the runner's file",
      remove: [
        {
          file: 'src/adapters/actions/job.ts',
          find: 'core.setOutput(name, value);',
          replace: "core.setOutput(...(value.split('\\n').at(-1)?.split('=') ?? [name, value]) as [string, string]);",
        },
      ],
      test: { file: '__tests__/adapters/actions/job.test.ts', name: 'cannot forge another output' },
    },
    {
      attack: 'a log line commands the runner in its other way of writing, anywhere in the line',
      seen: 'the line, with a backslash in it',
      guard: 'the same',
      remove: [
        {
          file: 'src/adapters/actions/log.ts',
          find: ".replaceAll('##[', '#\\\\#[')",
          replace: '',
        },
      ],
      test: { file: '__tests__/adapters/actions/log.test.ts', name: 'renderLogText' },
    },
    {
      attack: "a prompt's name or an answer in an annotation commands the runner",
      seen: 'the text, with a backslash in it',
      guard: 'the same',
      remove: [{ file: 'src/action/annotate.ts', find: 'show(renderLogText(message)', replace: 'show(`${message}`' }],
      test: { file: '__tests__/action/annotate.test.ts', name: 'cannot steer the runner' },
    },
  ],
};
