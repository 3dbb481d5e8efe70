import { recogniseKind } from '../recognise-kind.ts'
import type { Recognised } from '../recognise-kind.ts'

/** The style of a cell by key; a bare word, as `text` or `ellipse`, stands there with an empty value. */
export type Style = ReadonlyMap<string, string>

/** `shape=cylinder3;html=1;` and the like as pairs. */
export function readStyle(text: string): Style {
  const pairs = text.split(';').flatMap((part): readonly (readonly [string, string])[] => {
    const at = part.indexOf('=')
    const key = (at < 0 ? part : part.slice(0, at)).trim()
    return key === '' ? [] : [[key, at < 0 ? '' : part.slice(at + 1).trim()]]
  })
  return new Map(pairs)
}

/** Words beside the drawing: they name no part of the system. */
export function isOnlyText(style: Style): boolean {
  return style.has('text') || style.has('note') || /^note\d?$/.test(style.get('shape') ?? '')
}

/** Made to hold other shapes, whether it does or not. */
export function isContainer(style: Style): boolean {
  return style.get('container') === '1' || style.has('swimlane') || /group/i.test(style.get('grIcon') ?? '')
}

/** A table names one thing; its rows and cells are words about it. */
export function isTable(style: Style): boolean {
  return style.get('shape') === 'table'
}

/** Shapes that say nothing about what they are. */
const mute =
  /^(resource ?icon|product ?icon|group|group ?center|image|label|icon|ellipse|rhombus|rounded|rectangle|rect|ext|swimlane|text|note|line|table|html|shadow|hexagon|parallelogram|trapezoid|step|cube|card|double ?ellipse|triangle|partial ?rectangle|curly ?bracket)?$/

/** What the shape or its icon is called: "lambda function", "cylinder"; empty where that says nothing. */
export function shapeWords(style: Style): string {
  const image = style.get('image') ?? ''
  const named = [
    ...['resIcon', 'prIcon', 'grIcon', 'shape'].map((key) => style.get(key) ?? ''),
    image.startsWith('data:') ? '' : image.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    ...[...style].filter(([, value]) => value === '').map(([key]) => key),
  ]
  for (const name of named) {
    const words = name
      .slice(0, 200)
      .replace(/^.*\./, '')
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll(/[_-]+|(?<=[a-z]{3})\d+$/gi, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .toLowerCase()
      .replace(/^group (?=\w)/, '')
    if (!mute.test(words)) return words
  }
  return ''
}

/** What a shape is where neither the name nor the words of its icon are known. */
const kindOfShape: readonly (readonly [RegExp, string])[] = [
  [/\b(cylinder|data ?store|datastore)\b/, 'relational-db'],
  [/\bcloud\b/, 'external-system'],
  [/\b(phone|laptop|tablet|pc|desktop|computer)\b/, 'client'],
  [/\b(ec2|virtual machine|compute engine)\b/, 'virtual-machine'],
]

/** The kind of a shape: by its name, then by what its icon is called, then by its form. */
export function recogniseShape(name: string, words: string): Recognised {
  const fallback = kindOfShape.find(([pattern]) => pattern.test(words))?.[1]
  if (fallback === undefined)
    return recogniseKind(name, words, 'unknown', 'Neither its name nor its shape says what it is.')
  return recogniseKind(name, words, fallback, `It is drawn as "${words}"; its name says nothing more.`)
}
