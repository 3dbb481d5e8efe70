import type { Severity } from '../../../shared/findings/finding.ts'
import type { Family } from '../../../shared/kinds/kind.ts'
import type { HeatLevel } from '../../analysis/heat.ts'
import { readColour } from '../../ui/colours.ts'
import type { Tone } from '../drawing-types.ts'

interface Ground {
  readonly fill: string
  readonly line: string
}

/** The colours of the theme as a canvas can paint them. */
export interface Palette {
  readonly ground: string
  readonly raised: string
  readonly text: string
  readonly muted: string
  readonly outline: string
  readonly arrow: string
  readonly accent: string
  readonly pass: string
  readonly fail: string
  readonly failSoft: string
  readonly family: (family: Family) => Ground
  readonly tone: (tone: Tone) => Ground
  readonly severity: (severity: Severity) => string
  readonly heat: (level: HeatLevel) => { readonly fill: string; readonly text: string }
  readonly font: string
  /** In room mode the size in CSS pixels of every word: what does not fit at that size is not painted. */
  readonly roomWords: number | undefined
}

function roomWords(): number | undefined {
  const root = document.documentElement
  return root.dataset['roomMode'] === undefined ? undefined : Number.parseFloat(getComputedStyle(root).fontSize)
}

/** Reads the theme's colours, each once. After the theme changed a new palette is needed. */
export function readPalette(): Palette {
  const known = new Map<string, string>()
  const colour = (token: `--${string}`): string => {
    const read = known.get(token) ?? readColour(token)
    known.set(token, read)
    return read
  }
  return {
    ground: colour('--ground'),
    raised: colour('--raised'),
    text: colour('--text'),
    muted: colour('--text-muted'),
    outline: colour('--line-strong'),
    arrow: colour('--arrow'),
    accent: colour('--accent'),
    pass: colour('--pass'),
    fail: colour('--fail'),
    failSoft: colour('--fail-soft'),
    family: (family) => ({ line: colour(`--family-${family}`), fill: colour(`--family-${family}-soft`) }),
    tone: (tone) => ({ line: colour(`--trust-${tone}-line`), fill: colour(`--trust-${tone}`) }),
    severity: (severity) => colour(`--${severity}`),
    heat: (level) => ({ fill: colour(`--heat-${level}`), text: colour(`--on-heat-${level}`) }),
    font: getComputedStyle(document.body).fontFamily,
    roomWords: roomWords(),
  }
}
