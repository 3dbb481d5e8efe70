import type { CoverageCell } from '../../../shared/design/design.ts'
import type { MaestroLayer } from '../../../shared/threats/coverage/maestro-layer.ts'

/** What the letters of the two methods stand for. */
export const strideWords: Readonly<Record<string, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
}

export const linddunWords: Readonly<Record<string, string>> = {
  L: 'Linking',
  I: 'Identifying',
  Nr: 'Non-repudiation',
  D: 'Detecting',
  Dd: 'Data disclosure',
  U: 'Unawareness',
  Nc: 'Non-compliance',
}

export function letterWords({ method, letter }: Pick<CoverageCell, 'method' | 'letter'>): string {
  return (method === 'stride' ? strideWords : linddunWords)[letter] ?? letter
}

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
