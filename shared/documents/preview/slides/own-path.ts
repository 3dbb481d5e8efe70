import { childrenOf, findChild, type XmlElement } from '../../../xml/xml-tree.ts'
import type { Box } from './look.ts'

const letters: Readonly<Record<string, string>> = {
  'a:moveTo': 'M',
  'a:lnTo': 'L',
  'a:cubicBezTo': 'C',
  'a:quadBezTo': 'Q',
}

/**
 * The outline that a shape draws by its own path, as the `d` of an SVG path; undefined where it has none, or one that
 * points at guides or arcs, which templates hardly use.
 */
export function ownPath(properties: XmlElement | undefined, { x, y, w, h }: Box): string | undefined {
  const paths = childrenOf(findChild(properties, 'a:custGeom', 'a:pathLst'), 'a:path')
  const drawn = paths.map((path): string | undefined => {
    const size = (name: string): number => Number(path.attributes.get(name) ?? 0)
    const place = (from: number, along: number, whole: number, value: string | undefined): number =>
      Math.round((from + (along * Number(value ?? Number.NaN)) / (whole || 1)) * 100) / 100
    const steps = path.children.flatMap((step) => {
      if (typeof step === 'string') return []
      if (step.name === 'a:close') return ['Z']
      const points = childrenOf(step, 'a:pt').map(({ attributes }) => [
        place(x, w, size('w'), attributes.get('x')),
        place(y, h, size('h'), attributes.get('y')),
      ])
      return [`${letters[step.name] ?? '?'}${points.map((point) => point.join(' ')).join(' ')}`]
    })
    const d = steps.join('')
    return /\?|NaN/.test(d) ? undefined : d
  })
  return drawn.length === 0 || drawn.includes(undefined) ? undefined : drawn.join('')
}
