/** A line that cannot be read; the message is a clause about the line, the hint says what to do. */
export class RecordFault extends Error {
  readonly hint: string;

  constructor(message: string, hint = 'Mend the line, or take the file from its tool again.') {
    super(message);
    this.hint = hint;
  }
}
