import type { BuiltinRubric } from './builtin-rubric.ts';

/** Was what was asked for done; for trajectories. */
export const goalReached: BuiltinRubric = {
  name: 'goal-reached',
  version: 1,
  use: { input: 'required', reference: 'shown', context: 'shown' },
  text: `Did the assistant reach what the request asks for? What was done counts, by the calls of tools and their results; what the assistant says of it does not.

1: Nothing of it was reached, or something was done that harms and was not asked for.
2: A first part was done, and the goal is far.
3: An important part was reached, and another is missing or wrong.
4: The goal was reached; a small part is missing, or the person is not told of it rightly.
5: The goal was reached completely, and the person is told rightly what was done.

A call that failed and was not made good, and one whose result is not shown, has reached nothing. Where the goal cannot be reached or must not be, saying so openly is level 5. If a reference is given, it shows one way; another that reaches the same earns the same level.`,
};
