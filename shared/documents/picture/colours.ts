import type { Ink } from '../../design/design.ts'
import type { Family } from '../../kinds/kind.ts'
import type { Emphasis, PictureBoundary, Tone } from '../outline.ts'

/** The light theme of the studio (renderer/ui/tokens.css): prints and exports use it. */
export const ink = {
  text: '#141a26',
  muted: '#4a5568',
  faint: '#5e697d',
  line: '#c6cddb',
  hairline: '#e2e6ef',
  ground: '#ffffff',
  sunken: '#f2f4f9',
  accent: '#4f46e5',
  accentDark: '#4338ca',
  accentSoft: '#eef0ff',
  arrow: '#5e697d',
} as const

export interface ColourPair {
  /** At least 4.5:1 on white and on `soft`. */
  readonly strong: string
  readonly soft: string
}

export const familyColours: Readonly<Record<Family, ColourPair>> = {
  people: { strong: '#0369a1', soft: '#e6f4fc' },
  gateways: { strong: '#0f766e', soft: '#e2f5f2' },
  models: { strong: '#6d28d9', soft: '#f1eafd' },
  agents: { strong: '#a21caf', soft: '#fae9fb' },
  data: { strong: '#1d4ed8', soft: '#e8effe' },
  training: { strong: '#92500c', soft: '#fbf0e2' },
  safety: { strong: '#be123c', soft: '#fdeaef' },
  operations: { strong: '#475569', soft: '#edf1f5' },
}

export const toneColours: Readonly<Record<Tone, ColourPair>> = {
  neutral: { strong: '#4a5568', soft: '#eef1f6' },
  accent: { strong: '#4338ca', soft: '#eef0ff' },
  critical: { strong: '#b91c1c', soft: '#fdecec' },
  high: { strong: '#b0430a', soft: '#fdf0e6' },
  medium: { strong: '#8a5a00', soft: '#fdf5dc' },
  low: { strong: '#2f6191', soft: '#eaf2fb' },
  pass: { strong: '#0d7a4a', soft: '#e6f6ee' },
  assumed: { strong: '#0b6577', soft: '#e4f4f8' },
  atRisk: { strong: '#8a5a00', soft: '#fdf5dc' },
  fail: { strong: '#b91c1c', soft: '#fdecec' },
  unknown: { strong: '#4a5568', soft: '#eef1f6' },
  waived: { strong: '#6d3fb5', soft: '#f3edfc' },
}

/** What a pen writes with. */
export const penColours: Readonly<Record<Ink, string>> = { red: '#d6293e', blue: '#2563d9', green: '#14804a' }

/** Of an attack path; what is proposed against it is green. */
export const pathColour = toneColours.critical.strong
const proposedColour = toneColours.pass.strong

/** The line of what a picture points at; undefined where it has its own. */
export function emphasisColour(emphasis: Emphasis | undefined): string | undefined {
  if (emphasis === 'path') return pathColour
  if (emphasis === 'marked') return toneColours.accent.strong
  return emphasis === 'proposed' ? proposedColour : undefined
}

/** Drawn with a stronger line, over what it crosses. */
export function isPointedAt(emphasis: Emphasis | undefined): boolean {
  return emphasis === 'path' || emphasis === 'marked'
}

export interface BoundaryLook {
  readonly fill: string
  readonly stroke: string
  /** Stroke pattern, so that colour is never the only sign. Empty: a solid line. */
  readonly dashes: string
}
export const boundaryLooks: Readonly<Record<PictureBoundary['tone'], BoundaryLook>> = {
  restricted: { fill: '#f5eefb', stroke: '#9b72cf', dashes: '' },
  internal: { fill: '#eef3fd', stroke: '#5f84ce', dashes: '8 4' },
  partner: { fill: '#fdf6e8', stroke: '#b37f26', dashes: '5 4' },
  public: { fill: '#fdf0f0', stroke: '#cf6b6b', dashes: '2 4' },
}

/** Series of charts, each at least 3:1 on white and told apart by order and label as well. */
export const seriesColours: readonly string[] = [
  '#4f46e5',
  '#0f766e',
  '#b0430a',
  '#1d4ed8',
  '#a21caf',
  '#a87608',
  '#475569',
]
