/** Whose word counts, and what for. */
export const people = {
  title: 'Somebody speaks who may not',
  threats: [
    {
      attack: 'the author accepts their own regression',
      seen: 'red; the log says that the label does not count, and why',
      guard: '`prompt-assay:accept` counts from a writer who is not the author; `accept-own: true` lifts that',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: 'if (!allowOwn && login === pull.author) {',
          replace: 'if (!allowOwn && login === "") {',
        },
      ],
      test: { file: '__tests__/action/who-may.test.ts', name: 'stays red where the label was set by its author' },
    },
    {
      attack: 'somebody without write permission accepts or approves',
      seen: 'red; the log names who has no write permission',
      guard: 'the permission is asked for now, and what cannot be read is none',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: 'if (await hasWritePermission(client, login)) return true;',
          replace: 'if (await hasWritePermission(client, login) || login !== "") return true;',
        },
      ],
      test: { file: '__tests__/action/who-may.test.ts', name: 'stays red where the label was set by its author' },
    },
    {
      attack: 'a label that was taken off goes on counting',
      seen: 'red again',
      guard: 'a word counts while its label is there',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: 'const accepted = labels.has(acceptLabel) ? await hearAcceptance(audience) : null;',
          replace: 'const accepted = await hearAcceptance(audience);',
        },
        {
          file: 'src/action/approvals.ts',
          find: 'await noteWithdrawal(audience, acceptLabel, audience.names.acceptance);\n',
          replace: 'await Promise.resolve();\n',
        },
      ],
      test: { file: '__tests__/action/who-may.test.ts', name: 'is red again when the label is taken off' },
    },
    {
      attack: 'the run of a label that was taken off is started again',
      seen: 'red: that label is off',
      guard: 'a re-run replays the payload of a moment that is over, and its label is none',
      remove: [{ file: 'src/action/approvals.ts', find: ' && event.runAttempt === 1', replace: '' }],
      test: { file: '__tests__/action/acceptance.test.ts', name: 'that was taken off stays off' },
    },
    {
      attack: 'a head is changed after it was approved or accepted',
      seen: 'no call (a fork), or red again; the label has to be set anew',
      guard: 'the word is kept on the head that the `labeled` event is about; a push ends it',
      remove: [
        {
          file: 'src/action/base-merge.ts',
          find: 'if (first === undefined || second === undefined || others.length > 0) return null;',
          replace: 'if (first === undefined || second === undefined || others.length > 0) return first ?? null;',
        },
      ],
      test: { file: '__tests__/action/who-may.test.ts', name: 'is red again on the next push' },
    },
    {
      attack: 'a dispatch lets a fork be evaluated whatever its head is by then',
      seen: '`invalid`, with the commit to name',
      guard: 'a dispatch is an approval of the `head-sha` that it names',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: '(isDispatch && inputs.headSha !== null)',
          replace: 'isDispatch',
        },
      ],
      test: {
        file: '__tests__/action/who-may.test.ts',
        name: 'is asked about by dispatch only for the commit that was named',
      },
    },
    {
      attack: 'an approval or acceptance is carried to another pull request, or into another base branch',
      seen: 'no call, or red',
      guard: 'it is bound to the number and the base branch',
      remove: [
        {
          file: 'src/action/grants.ts',
          find: 'if (where !== hashPlace(place)) continue;',
          replace: 'if (where === "") continue;',
        },
      ],
      test: {
        file: '__tests__/action/acceptance.test.ts',
        name: 'an approval of a fork says nothing of the same head',
      },
    },
    {
      attack: 'somebody sets the status that keeps a word, in the name of a person who never spoke',
      seen: 'red, and nobody is named',
      guard: "only statuses that the token's own identity set are words",
      remove: [
        {
          file: 'src/action/grants.ts',
          find: 'creator === login ? (pattern.exec(description) ?? []) : [];',
          replace: 'login !== "" || creator === "" ? (pattern.exec(description) ?? []) : [];',
        },
      ],
      test: { file: '__tests__/action/acceptance.test.ts', name: 'is not replaced by a status that' },
    },
    {
      attack: 'an acceptance is stretched over a ground that came later',
      seen: 'red, for that ground',
      guard: 'it lists its grounds, and covers no new one',
      remove: [
        {
          file: 'src/gate/acceptance.ts',
          find: "(isKnown('fail', ground) ||",
          replace: "(known.size > 0 || isKnown('fail', ground) ||",
        },
      ],
      test: { file: '__tests__/gate/acceptance.test.ts', name: 'covers those that it lists, and no new one' },
    },
    {
      attack: 'whoever may edit our comment writes more grounds, or another name, into what was accepted',
      seen: 'red',
      guard: 'the status says who, and holds a digest of the grounds',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: 'if (grant?.digest !== digestGrounds(accepted.grounds) || grant.by !== accepted.by) return null;',
          replace: 'if (grant === null) return null;',
        },
      ],
      test: { file: '__tests__/action/acceptance.test.ts', name: 'is not what somebody wrote into our comment' },
    },
    {
      attack: 'somebody accepts what could not be judged',
      seen: 'red, `invalid`',
      guard: 'nothing covers what is invalid',
      remove: [{ file: 'src/gate/acceptance.ts', find: "ground.verdict !== 'invalid' &&", replace: '' }],
      test: { file: '__tests__/gate/acceptance.test.ts', name: 'of what was fail covers what is invalid' },
    },
    {
      attack: 'a merge by hand changes more than it says, under an old word',
      seen: 'no word counts any more',
      guard: 'a word stands after a push that only merged the base branch, file by file',
      remove: [
        {
          file: 'src/action/base-merge.ts',
          find: 'return isTrivialMerge({ base, ours, theirs, merged }) ? first : null;',
          replace: 'return first;',
        },
      ],
      test: { file: '__tests__/action/acceptance.test.ts', name: 'ends with a merge that' },
    },
    {
      attack: 'a dispatch evaluates another head than the one that was looked at',
      seen: 'an error with both commits; nothing runs',
      guard: '`head-sha` has to be the head',
      remove: [
        {
          file: 'src/adapters/github/run-commits.ts',
          find: 'if (head === expected) return;',
          replace: 'if (head !== "") return;',
        },
      ],
      test: { file: '__tests__/adapters/github/run-commits.test.ts', name: 'dispatch for a pull request' },
    },
    {
      attack: "a verdict on an easy branch turns another pull request's check green",
      seen: 'the status names the other pull request, and is as bad as the worst of them',
      guard: 'a head that several pull requests share shows the worst verdict of the open ones',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: 'const worst = findWorst([self, ...others]);',
          replace: 'const worst = findWorst([self]);',
        },
      ],
      test: { file: '__tests__/action/signals.test.ts', name: 'says the worst of their verdicts' },
    },
    {
      attack: 'a fork writes on a head that a pull request of the repository has',
      seen: 'no status; the log says whose verdict stands there',
      guard: 'a fork has no say on such a head',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: 'return pulls.some(({ number, isFork }) => !isFork && number !== place.number);',
          replace: 'return pulls.some(({ number, isFork }) => !isFork && number === place.number);',
        },
      ],
      test: { file: '__tests__/action/signals.test.ts', name: 'is not written by a fork where' },
    },
    {
      attack: 'a green status is set while another run on that head has not ended, or nobody approved the fork',
      seen: '"no verdict yet", not green',
      guard: 'a verdict that is not there weighs more than a success',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: "return isHere && (mark.state !== 'pending' || place.isFork || !pull.isFork);",
          replace: "return isHere && mark.state !== 'pending';",
        },
      ],
      test: { file: '__tests__/action/signals.test.ts', name: 'is not made better by a second pull request of a fork' },
    },
    {
      attack: 'the other verdicts on a head cannot be read',
      seen: 'the status is an error: run it again',
      guard: 'who cannot read that nothing worse stands there does not say success',
      remove: [
        {
          file: 'src/action/status-board.ts',
          find: "if (own.state !== 'success') return writeLast",
          replace: "if (own.state !== 'error') return writeLast",
        },
      ],
      test: { file: '__tests__/action/signals.test.ts', name: 'is not a success where the others cannot be read' },
    },
    {
      attack: 'somebody writes marks into a status of theirs',
      seen: 'nothing: it is not read',
      guard: 'marks of others say nothing',
      remove: [
        {
          file: 'src/action/status-marks.ts',
          find: 'creator === author ? suffix.exec(description)?.[1] : undefined;',
          replace: 'author !== "" || creator === "" ? suffix.exec(description)?.[1] : undefined;',
        },
      ],
      test: { file: '__tests__/action/status-marks.test.ts', name: 'are not taken from what others set' },
    },
    {
      attack: 'somebody without write permission has an open verdict settled',
      seen: 'the recorded verdict, without a call; the log names who has no write permission',
      guard: '`prompt-assay:settle` counts from a writer, for the event that sets it, on the head that it is about',
      remove: [
        {
          file: 'src/action/approvals.ts',
          find: "return mayGrant(audience, settleLabel, event.sender ?? '', true);",
          replace: 'return true;',
        },
      ],
      test: { file: '__tests__/action/settle.test.ts', name: 'does nothing where a reader sets it' },
    },
    {
      attack: 'an open verdict is settled again and again, until it passes',
      seen: 'the recorded verdict, without a call, and why',
      guard: 'the record keeps that the further round was made: there is one for each content',
      remove: [
        {
          file: 'src/pipeline/settle-asked.ts',
          find: 'if (open.some(({ settled }) => settled === true)) {',
          replace: 'if (open.length < 0) {',
        },
      ],
      test: { file: '__tests__/action/settle.test.ts', name: 'does not settle twice what' },
    },
    {
      attack: 'the answers of the first look are lost from the cache, so that settling would draw another first look',
      seen: 'the recorded verdict, without a call: it cannot be settled',
      guard: 'both looks are gone through on known answers alone; no model is asked before that',
      remove: [
        {
          file: 'src/execute/run-calls.ts',
          find: 'if (known === null && asking.onlyKnown) throw new UnknownAnswerError();',
          replace: '',
        },
      ],
      test: { file: '__tests__/action/settle.test.ts', name: 'draws nothing where an answer of the looks is gone' },
    },
    {
      attack: 'the answers of the first look are exchanged before it is settled',
      seen: 'the recorded verdict, without a call: it cannot be settled',
      guard: 'the record holds a digest of what both looks drew and scored',
      remove: [
        {
          file: 'src/pipeline/settle-asked.ts',
          find: '(verdicts.get(name)?.open ?? own) !== own;',
          replace: '(verdicts.get(name)?.open ?? own) === "";',
        },
      ],
      test: {
        file: '__tests__/action/settle.test.ts',
        name: 'draws nothing where an answer of the looks is another one',
      },
    },
    {
      attack: 'somebody forges the comment, its marker or its record',
      seen: 'ours is posted beside it and says whose the other is',
      guard: "only a comment that the token's own identity wrote counts",
      remove: [
        {
          file: 'src/adapters/github/self.ts',
          find: 'return thing.user?.login === login && (',
          replace: 'return login !== "" && (',
        },
      ],
      test: {
        file: '__tests__/adapters/github/comment.test.ts',
        name: 'neither reads nor edits the comment of another bot',
      },
    },
    {
      attack: 'an App writes the comment in the name of our user',
      seen: 'ours is posted beside it',
      guard: 'what was written "via" an App is not of the user',
      remove: [
        {
          file: 'src/adapters/github/self.ts',
          find: "(thing.user.type === 'Bot' || !thing.performed_via_github_app)",
          replace: 'thing.user !== null',
        },
      ],
      test: {
        file: '__tests__/adapters/github/comment.test.ts',
        name: 'neither reads nor edits the comment of an App in the name of our own user',
      },
    },
    {
      attack: 'a text in our own comment imitates the record',
      seen: 'nothing: it is not read',
      guard: 'only the line right below the marker is the record',
      remove: [
        {
          file: 'src/report/comment/marker.ts',
          find: 'const [marker, line] = body.split(/\\r?\\n/, 2);',
          replace:
            'const [marker, ...lines] = body.split(/\\r?\\n/);\n  const line = lines.findLast((one) => one.startsWith(recordStart));',
        },
      ],
      test: { file: '__tests__/report/comment.test.ts', name: 'a record that a text imitates is not read' },
    },
  ],
};
