/** The letters of STRIDE as a room is asked them, after the name of the element. */
export const letterQuestions: Readonly<Record<string, string>> = {
  S: 'who could pretend to be it, or fool it about who they are?',
  T: 'who could change what it holds, says or does?',
  R: 'who could deny afterwards what they did through it?',
  I: 'who could see what they should not?',
  D: 'who could stop it, or make it too slow or too dear?',
  E: 'who could do more through it than they may?',
}
