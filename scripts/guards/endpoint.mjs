/** Where requests go, and the key with them. */
export const endpoint = {
  title: 'A key goes where it should not',
  threats: [
    {
      attack: 'a pull request sends the key to its own endpoint',
      seen: "a line at the top: only the default branch's endpoint is used",
      guard: 'endpoint, headers and names of variables are read from the default branch',
      remove: [
        {
          file: 'src/config/trust.ts',
          find: "return { ...model, ...pick(endpoint, modelKeys, 'default-branch') };",
          replace: 'return { ...model, ...pick(endpoint, {}, "default-branch") };',
        },
      ],
      test: { file: '__tests__/config/trust.test.ts', name: 'not from the candidate, nor from another base' },
    },
    {
      attack: 'a first config brings an endpoint with it',
      seen: "the workflow's endpoint is asked, else OpenAI's",
      guard: 'where the default branch has no config, nothing but the inputs names one',
      remove: [
        {
          file: 'src/config/trust.ts',
          find: 'defaultBranch?.model ?? defaultModel)',
          replace: 'defaultBranch?.model ?? deciding.model)',
        },
      ],
      test: {
        file: '__tests__/config/trust.test.ts',
        name: 'nowhere in particular where the default branch has no config',
      },
    },
    {
      attack: 'a pull request to another branch is evaluated while the config of the default branch cannot be read',
      seen: '`invalid`: nothing says where requests go',
      guard: 'no endpoint is guessed',
      remove: [
        {
          file: 'src/read/sides.ts',
          find: 'if (defaults.broken !== null && deciding.broken === null && !request.namesEndpoint)',
          replace: 'if (defaults.broken !== null && deciding.broken !== null && !request.namesEndpoint)',
        },
      ],
      test: {
        file: '__tests__/pipeline/gates-nothing.test.ts',
        name: 'of another branch asks nobody while the default branch cannot say whom',
      },
    },
    {
      attack: 'a key goes to a host that it was not given for: the caller names another endpoint',
      seen: 'an error that there is no key for that host; each host is printed before it is asked',
      guard: "[a key belongs to a host](models.md#endpoint-and-key): what the config names goes to the config's own",
      remove: [
        {
          file: 'src/config/endpoints.ts',
          find: 'const isOwn = model.baseUrl === null || isSameOrigin(model.baseUrl, baseUrl);',
          replace: 'const isOwn = true;',
        },
      ],
      test: { file: '__tests__/config/endpoints.test.ts', name: 'and nowhere else, where the caller names another' },
    },
    {
      attack: 'a key goes to a host that it was not given for: a judge elsewhere',
      seen: 'an error that names the variable for a key of its own',
      guard: 'a judge shares the key on the same origin only',
      remove: [
        {
          file: 'src/config/endpoints.ts',
          find: 'const isShared = isSameOrigin(baseUrl, shared.baseUrl);',
          replace: 'const isShared = true;',
        },
      ],
      test: { file: '__tests__/config/endpoints.test.ts', name: 'a judge elsewhere does not get the input' },
    },
    {
      attack: 'the endpoint answers with a redirect to another host',
      seen: 'an error: check `base-url`',
      guard: 'redirects are not followed',
      remove: [{ file: 'src/adapters/openai/transport.ts', find: "redirect: 'manual'", replace: "redirect: 'follow'" }],
      test: {
        file: '__tests__/adapters/openai/openai-model.test.ts',
        name: 'does not follow a redirect to another host',
      },
    },
    {
      attack: 'TLS is switched off',
      seen: 'an error that names `NODE_TLS_REJECT_UNAUTHORIZED`, and what to set in its place',
      guard: 'with `NODE_TLS_REJECT_UNAUTHORIZED=0` no https endpoint is used',
      remove: [{ file: 'src/adapters/openai/endpoint.ts', find: '  requireTls(url);\n', replace: '' }],
      test: { file: '__tests__/adapters/openai/endpoint.test.ts', name: 'are not used where TLS is not verified' },
    },
    {
      attack: 'a key stands inside a URL, which logs and reports show',
      seen: 'an error that does not repeat the URL',
      guard: 'a user name or password in a URL is refused',
      remove: [
        {
          file: 'src/config/base-url.ts',
          find: "if (url.username !== '' || url.password !== '')",
          replace: "if (url.username !== '' && url.username === '')",
        },
      ],
      test: { file: '__tests__/config/endpoints.test.ts', name: 'base URLs' },
    },
    {
      attack: "in a terminal, a clone's config sends your secrets to its author",
      seen: 'a question that names host and variable, or an error with the flag that allows it',
      guard: 'its host needs your leave, by flag, environment or a yes',
      remove: [
        { file: 'src/terminal/allowed-hosts.ts', find: '    await ask(endpoint, url, memory, io);\n', replace: '' },
      ],
      test: { file: '__tests__/terminal/allowed-hosts.test.ts', name: 'is refused where nobody named it' },
    },
    {
      attack: 'another clone profits from a yes that was given to the first',
      seen: 'it is asked again',
      guard: 'a yes is kept for this `origin` and host',
      remove: [{ file: 'src/terminal/allowed-hosts.ts', find: 'entry.remote === remote && ', replace: '' }],
      test: { file: '__tests__/terminal/allowed-hosts.test.ts', name: 'a yes is kept for this origin and host' },
    },
  ],
};
