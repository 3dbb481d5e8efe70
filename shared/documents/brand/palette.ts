import type { Brand } from '../brand.ts'
import type { Tone } from '../chart.ts'
import type { ColourPair } from '../picture/colours.ts'
import { ink, toneColours } from '../picture/colours.ts'

/** The accent in its three strengths. What carries meaning by the accent takes it from here, never from `ink`. */
export interface Palette {
  /** Rules, bars and borders: at least 3:1 on white. */
  readonly accent: string
  /** Text: at least 4.5:1 on white and on `accentSoft`. */
  readonly accentDark: string
  /** The ground of notes. */
  readonly accentSoft: string
}

export const housePalette: Palette = {
  accent: ink.accent,
  accentDark: ink.accentDark,
  accentSoft: ink.accentSoft,
}

/** The palette of a client's accent; one too light for its use is darkened, keeping its hue. */
export function paletteOf(brand: Brand | undefined): Palette {
  const accent = brand?.accent
  if (accent === undefined || !/^#[0-9a-f]{6}$/i.test(accent)) return housePalette
  const soft = withLightness(accent, (lightness) => lightness * softShare + 1 - softShare)
  return {
    accent: darkened(accent, '#ffffff', 3).colour,
    accentDark: darkened(accent, soft, 4.5).colour,
    accentSoft: soft,
  }
}

/** What the accent's own colour is to the soft one: PowerPoint's `lumMod` and `lumOff`. */
export const softShare = 0.1

/** The colours of a tone: meanings keep theirs, and only the accent is the client's. */
export function toneLook(tone: Tone, palette: Palette): ColourPair {
  return tone === 'accent' ? { strong: palette.accentDark, soft: palette.accentSoft } : toneColours[tone]
}

/**
 * A colour made darker until it stands out from a ground by a ratio (WCAG 2.2, 1.4.3), in steps of a twentieth of its
 * lightness. `share` is what is left of that: PowerPoint's `lumMod`.
 */
export function darkened(
  colour: string,
  ground: string,
  ratio: number,
): { readonly colour: string; readonly share: number } {
  for (let steps = 20; steps > 0; steps -= 1) {
    const share = steps / 20
    const darker = share === 1 ? colour : withLightness(colour, (lightness) => lightness * share)
    if (contrastOf(darker, ground) >= ratio) return { colour: darker, share }
  }
  return { colour: '#000000', share: 0 }
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** From 0, black, to 1, white (WCAG 2.2, "relative luminance"). */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Red, green and blue from 0 to 1. */
function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
}

/** The colour with another lightness (of HSL), hue and saturation kept: as Office reckons its shades. */
function withLightness(colour: string, change: (lightness: number) => number): string {
  const channels = channelsOf(colour)
  const [most, least] = [Math.max(...channels), Math.min(...channels)]
  const lightness = (most + least) / 2
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * lightness - 1))
  const wanted = Math.min(1, Math.max(0, change(lightness)))
  const reach = (1 - Math.abs(2 * wanted - 1)) * saturation
  const moved = channels.map((channel) =>
    most === least ? wanted : wanted - reach / 2 + ((channel - least) / (most - least)) * reach,
  )
  return `#${moved
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
