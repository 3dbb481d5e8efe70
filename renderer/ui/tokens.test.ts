import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Colours = ReadonlyMap<string, { readonly light: string; readonly dark: string }>

function coloursOf(file: string): Colours {
  const css = readFileSync(new URL(file, import.meta.url), 'utf8')
  return new Map(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((match) => [
      match[1] ?? '',
      { light: match[2] ?? '', dark: match[3] ?? '' },
    ]),
  )
}

const usual = coloursOf('./tokens.css')
const strong: Colours = new Map([...usual, ...coloursOf('./tokens-high-contrast.css')])

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const texts = ['text', 'text-muted', 'text-faint', 'accent-text']
const tones = ['critical', 'high', 'medium', 'low', 'pass', 'at-risk', 'fail', 'unknown', 'waived']
const families = [...usual.keys()].filter((name) => /^family-\w+$/.test(name))
const grounds = ['ground', 'surface', 'raised', 'sunken', 'hover']
const areas = [...usual.keys()].filter((name) => /^trust-\w+$/.test(name))

/** What WCAG asks of text for level AA, and of text and signs for AAA. */
const sets = [
  ['light', 'light', usual, 4.5],
  ['dark', 'dark', usual, 4.5],
  ['light high-contrast', 'light', strong, 7],
  ['dark high-contrast', 'dark', strong, 7],
] as const

describe.each(sets)('colours of the %s theme', (_title, theme, colours, least) => {
  const of = (name: string) => colours.get(name)?.[theme] ?? ''

  it.each([...texts, ...tones, ...families])('%s can be read on every surface', (name) => {
    const weak = grounds.filter((ground) => contrast(of(name), of(ground)) < least)
    expect(weak).toEqual([])
  })
  it.each([...tones, ...families])('%s can be read on its own tint', (name) => {
    expect(contrast(of(name), of(`${name}-soft`))).toBeGreaterThanOrEqual(least)
  })
  it.each(areas)('names can be read on a %s area, and its stroke can be seen', (name) => {
    for (const text of ['text', 'text-muted', 'text-faint']) {
      expect(contrast(of(text), of(name))).toBeGreaterThanOrEqual(least)
    }
    expect(contrast(of(`${name}-line`), of(name))).toBeGreaterThanOrEqual(3)
  })
  it('heat grows by lightness alone, and each step carries its number', () => {
    const steps = [1, 2, 3, 4, 5]
    for (const step of steps) expect(contrast(of(`on-heat-${step}`), of(`heat-${step}`))).toBeGreaterThanOrEqual(4.5)
    const lights = steps.map((step) => luminance(of(`heat-${step}`)))
    expect(lights).toEqual(lights.toSorted((a, b) => (theme === 'light' ? b - a : a - b)))
  })
  it('names on the canvas carry their letters, and lie on every ground', () => {
    for (const name of 'abcdefgh') {
      expect(contrast(of(`on-heat-${name}`), of(`heat-${name}`))).toBeGreaterThanOrEqual(4.5)
      for (const ground of ['ground', 'raised']) {
        expect(contrast(of(`heat-${name}`), of(ground))).toBeGreaterThanOrEqual(3)
      }
    }
  })
  it.each([
    ...tones.slice(0, 4).map((tone) => [tone, tone]),
    ['here', 'fail'],
    ['there', 'pass'],
    ['changed', 'at-risk'],
  ])('%s carries its letter on the canvas', (name, tone = '') => {
    expect(contrast(of(`on-heat-${name}`), of(tone))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(['own', 'wait', 'network', 'people', 'low', 'high'])(
    '%s of a chart can be told from what lies below',
    (name) => {
      for (const ground of ['surface', 'raised', 'hover'])
        expect(contrast(of(`chart-${name}`), of(ground))).toBeGreaterThanOrEqual(3)
    },
  )
  it('the accent carries its own text', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(least)
    expect(contrast(of('accent-text'), of('accent-soft'))).toBeGreaterThanOrEqual(least)
  })
})

it('high contrast names no token that the studio has not', () => {
  expect([...coloursOf('./tokens-high-contrast.css').keys()].filter((name) => !usual.has(name))).toEqual([])
})

it.each(['light', 'dark'] as const)('lines can be seen in the %s high-contrast theme', (theme) => {
  const of = (name: string) => strong.get(name)?.[theme] ?? ''
  for (const ground of ['surface', 'raised']) {
    expect(contrast(of('line'), of(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(of('line-strong'), of(ground))).toBeGreaterThanOrEqual(4.5)
  }
})
