import { isPlainObject } from '../../design/same-json.ts'
import type { Brand } from '../brand.ts'

/** A brand as a file of JSON says it: the logo and the templates by their paths, from where the file lies. */
export interface BrandDescription extends Pick<Brand, 'client' | 'accent' | 'fonts' | 'confidentiality' | 'paper'> {
  readonly logo?: string
  readonly potx?: string
  readonly dotx?: string
}

export type BrandReading =
  | { readonly ok: true; readonly value: BrandDescription }
  | { readonly ok: false; readonly problems: readonly string[] }

const words = ['client', 'accent', 'confidentiality', 'paper', 'logo', 'potx', 'dotx'] as const
const fontNames = ['headings', 'text'] as const

/** Reads the text of a brand file. Every field may be absent; one that is not known is refused, so that no slip is silent. */
export function readBrand(text: string): BrandReading {
  const parsed = parsedJson(text)
  if (!isPlainObject(parsed)) return { ok: false, problems: ['The brand is no JSON object: { "client": "...", ... }.'] }
  const { fonts, ...rest } = parsed
  const problems = [
    ...unknownFields(rest, words, ''),
    ...(fonts === undefined
      ? []
      : isPlainObject(fonts)
        ? unknownFields(fonts, fontNames, 'fonts.')
        : ['"fonts" is an object: { "headings": "...", "text": "..." }.']),
  ]
  const { accent, paper } = rest
  if (typeof accent === 'string' && !/^#[0-9a-f]{6}$/i.test(accent))
    problems.push(`"accent" is a colour such as #1d4ed8, not "${accent}".`)
  if (typeof paper === 'string' && paper !== 'a4' && paper !== 'letter')
    problems.push(`"paper" is "a4" or "letter", not "${paper}".`)
  return problems.length === 0 ? { ok: true, value: parsed } : { ok: false, problems }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function unknownFields(
  object: Readonly<Record<string, unknown>>,
  known: readonly string[],
  before: string,
): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (!known.includes(name)) return [`"${before}${name}" is no field of a brand. Known are: ${known.join(', ')}.`]
    return typeof value === 'string' ? [] : [`"${before}${name}" is a text in quotes.`]
  })
}
