import { opensDeck } from '../writers/pptx/template/choose-layouts.ts'
import { openDeckTemplate } from '../writers/pptx/template/deck-template.ts'
import type { PageRoom } from '../brand.ts'
import { roomOf } from '../writers/docx/template/word-base.ts'
import type { WordTemplate } from '../writers/docx/template/word-template.ts'
import { openWordTemplate, styleNamed } from '../writers/docx/template/word-template.ts'
import type { Theme } from '../writers/ooxml/theme.ts'
import { findChild } from '../../xml/xml-tree.ts'

/** What was found in a client's file, for the person who chose it. */
export interface BrandFileSummary {
  readonly type: 'presentation' | 'word'
  /** Centimetres, of a slide or a page; a Word file may not say. */
  readonly size?: { readonly width: number; readonly height: number }
  /** Of a Word file. */
  readonly room?: PageRoom
  /** Of a presentation: how many, and the names of their layouts. */
  readonly masters: number
  readonly layouts: readonly string[]
  /** Of a Word file: the names of the styles that documents will use. */
  readonly styles: readonly string[]
  readonly fonts: { readonly headings?: string; readonly text?: string }
  /** #rrggbb, the theme's accents in their order. */
  readonly accents: readonly string[]
  /** Sentences about what is not taken over or missing; the file is used all the same. */
  readonly notes: readonly string[]
}

export type BrandFileReading =
  | { readonly ok: true; readonly summary: BrandFileSummary }
  | { readonly ok: false; readonly problems: readonly string[] }

/**
 * Reads a client's .potx or .pptx (`presentation`), .dotx or .docx (`word`) and says what decks and documents will take
 * from it. Files that are damaged, hold macros or unpack to too much are refused with a sentence that names the remedy.
 */
export async function readBrandFile(bytes: Uint8Array, type: BrandFileSummary['type']): Promise<BrandFileReading> {
  return type === 'presentation' ? readPresentation(bytes) : readWordFile(bytes)
}

const emuPerCentimetre = 360_000
const twipsPerCentimetre = 1440 / 2.54
const round = (length: number): number => Math.round(length * 100) / 100

async function readPresentation(bytes: Uint8Array): Promise<BrandFileReading> {
  const opened = await openDeckTemplate(bytes)
  if (!opened.ok) return { ok: false, problems: [opened.problem] }
  const { width, height, masters } = opened.value
  const layouts = masters.flatMap((master) => master.layouts)
  const hasTitle = layouts.some(opensDeck)
  const [first] = masters
  return {
    ok: true,
    summary: {
      type: 'presentation',
      size: { width: round(width / emuPerCentimetre), height: round(height / emuPerCentimetre) },
      masters: masters.length,
      layouts: layouts.map(({ name, type }) => (name === '' ? type : name)),
      styles: [],
      ...themeSummary(first?.theme ?? { colours: {} }),
      notes: hasTitle ? [] : ['It has no title layout: the cover stands on the layout that comes nearest.'],
    },
  }
}

async function readWordFile(bytes: Uint8Array): Promise<BrandFileReading> {
  const opened = await openWordTemplate(bytes)
  if (!opened.ok) return { ok: false, problems: [opened.problem] }
  const { theme, section } = opened.value
  const page = findChild(section, 'w:pgSz')?.attributes
  const [width, height] = [Number(page?.get('w:w')), Number(page?.get('w:h'))]
  const styles = wantedStyles.filter((name) => styleNamed(opened.value, name) !== undefined)
  return {
    ok: true,
    summary: {
      type: 'word',
      ...(width > 0 && height > 0
        ? { size: { width: round(width / twipsPerCentimetre), height: round(height / twipsPerCentimetre) } }
        : {}),
      room: roomOf(opened.value),
      masters: 0,
      layouts: [],
      styles,
      ...themeSummary(theme),
      notes: missingStyles(opened.value),
    },
  }
}

/** Word's own names, in English whatever language Word speaks. */
const wantedStyles = ['Title', 'Subtitle', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'caption', 'List Bullet']

function missingStyles(template: WordTemplate): readonly string[] {
  const missing = wantedStyles.slice(2, 6).filter((name) => styleNamed(template, name) === undefined)
  if (missing.length === 0) return []
  const names = missing.map((name) => `"${name}"`).join(', ')
  return [`It has no style ${names}: documents bring their own for what is missing.`]
}

function themeSummary({ headings, text, colours }: Theme): Pick<BrandFileSummary, 'fonts' | 'accents'> {
  return {
    fonts: { ...(headings === undefined ? {} : { headings }), ...(text === undefined ? {} : { text }) },
    accents: [1, 2, 3, 4, 5, 6].flatMap((number) => colours[`accent${number}`] ?? []),
  }
}
