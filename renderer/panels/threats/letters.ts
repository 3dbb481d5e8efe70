import type { MaestroLayer } from '../../../shared/threats/coverage/maestro-layer.ts'

/** The layers of MAESTRO, in words of our own. */
export const layerWords: Readonly<Record<MaestroLayer, string>> = {
  L1: 'Foundation models',
  L2: 'Data operations',
  L3: 'Agent frameworks',
  L4: 'Deployment and infrastructure',
  L5: 'Evaluation and observability',
  L6: 'Security and compliance',
  L7: 'Agent ecosystem',
}

/** The letters of STRIDE as a room is asked them, after the name of the element. */
export const letterQuestions: Readonly<Record<string, string>> = {
  S: 'who could pretend to be it, or fool it about who they are?',
  T: 'who could change what it holds, says or does?',
  R: 'who could deny afterwards what they did through it?',
  I: 'who could see what they should not?',
  D: 'who could stop it, or make it too slow or too dear?',
  E: 'who could do more through it than they may?',
}
