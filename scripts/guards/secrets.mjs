/** Keys and tokens, wherever something is written. */
export const secrets = {
  title: 'A key leaks',
  threats: [
    {
      attack: 'a provider echoes the key in an error',
      seen: '`***` in its place',
      guard: 'what providers say is scrubbed of keys and of what looks like one',
      remove: [
        {
          file: 'src/adapters/openai/endpoint.ts',
          find: "return (text) => scrub(text).replaceAll(/\\b(?:sk|gsk|xai|key)-?[_-][\\w*-]{8,}/g, '***');",
          replace: "return (text) => (text === '' ? scrub(text) : text);",
        },
      ],
      test: { file: '__tests__/adapters/openai/openai-model.test.ts', name: 'are in no message about a' },
    },
    {
      attack: 'another step logs the key in another form: URL, base64, hex',
      seen: '`***` in its place',
      guard: 'the runner is told every form of a secret',
      remove: [
        {
          file: 'src/secrets.ts',
          find: 'const forms = new Set([secret, url, lower, ...base64, hex, hex.toUpperCase()]);',
          replace: 'const forms = new Set([secret]);',
        },
      ],
      test: { file: '__tests__/adapters/actions/log.test.ts', name: 'masks a secret as' },
    },
    {
      attack: 'a provider echoes the key in parts, letter by letter or reversed',
      seen: '`***` in its place',
      guard: 'every part of a long key is looked for, whatever stands between its letters',
      remove: [
        {
          file: 'src/secrets.ts',
          find: 'return starts.size === 0 ? whole : hideParts(whole, starts);',
          replace: 'return whole;',
        },
      ],
      test: { file: '__tests__/secrets.test.ts', name: 'is taken out reversed' },
    },
    {
      attack: 'a model repeats the key in its answer',
      seen: '`***` in the output, wherever it is kept',
      guard: 'the key is taken out of every answer',
      remove: [
        {
          file: 'src/secrets.ts',
          find: "if (typeof value === 'string') return scrub(value);",
          replace: "if (typeof value === 'string') return value;",
        },
      ],
      test: { file: '__tests__/adapters/openai/endpoint.test.ts', name: 'a key in an answer' },
    },
    {
      attack: 'something logs the key',
      seen: '`***` in the log',
      guard: 'keys and tokens are masked before anything else is said, each line and every form',
      remove: [
        {
          file: 'src/action/main.ts',
          find: 'if (secret) log.mask(secret);',
          replace: 'if (secret === "") log.mask(secret);',
        },
      ],
      test: { file: '__tests__/action/main.test.ts', name: 'hides every secret before anything else is said' },
    },
    {
      attack: 'a key of several lines is logged line by line',
      seen: '`***` for each line',
      guard: 'each line is masked',
      remove: [
        {
          file: 'src/adapters/actions/log.ts',
          find: 'of [secret, ...secret.split(/\\r?\\n/)].filter(',
          replace: 'of [secret].filter(',
        },
      ],
      test: { file: '__tests__/adapters/actions/log.test.ts', name: 'masks a secret and each of its lines' },
    },
    {
      attack: "the environment names an organization or a project for OpenAI's own package",
      seen: 'nothing: the endpoint gets what config and inputs name',
      guard: 'everything that the package would read there is set',
      remove: [{ file: 'src/adapters/openai/transport.ts', find: '    organization: null,\n', replace: '' }],
      test: {
        file: '__tests__/adapters/openai/openai-model.test.ts',
        name: 'sends nothing that the environment names for the package behind it',
      },
    },
    {
      attack: 'the environment names headers for it, which may carry a key, and each host would get them',
      seen: 'nothing: the endpoint gets what config and inputs name',
      guard: 'headers are those of the endpoint',
      remove: [
        {
          file: 'src/adapters/openai/transport.ts',
          find: '    this._options = { ...this._options, defaultHeaders: options.defaultHeaders };\n',
          replace: '',
        },
      ],
      test: {
        file: '__tests__/adapters/openai/openai-model.test.ts',
        name: 'sends nothing that the environment names for the package behind it',
      },
    },
    {
      attack: 'another user of the machine reads kept answers',
      seen: 'nothing',
      guard: 'files of the cache are for their user alone',
      remove: [{ file: 'src/adapters/files/write-whole.ts', find: ', { mode: 0o600 }', replace: '' }],
      test: { file: '__tests__/adapters/files/response-cache.test.ts', name: 'is for its user alone' },
    },
  ],
};
