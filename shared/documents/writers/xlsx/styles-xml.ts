import type { Brand } from '../../brand.ts'
import type { Palette } from '../../brand/palette.ts'
import { paletteOf } from '../../brand/palette.ts'
import { ink } from '../../picture/colours.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { xmlHead } from '../ooxml/package.ts'
import { shownDecimals } from './workbook.ts'
import type { CellLook } from './workbook.ts'

const hex = (colour: string): string => `FF${colour.replace('#', '').toUpperCase()}`

interface Look {
  readonly font: number
  readonly fill: number
  readonly border: number
  readonly format: number
  readonly align?: string
}

/** A letter's room at the side: a number and the words of the next cell would run into each other. */
const words = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>'
const wordsOnTheRight = '<alignment horizontal="right" vertical="top" wrapText="1" indent="1"/>'
const figure = '<alignment horizontal="right" vertical="top" indent="1"/>'
const note = '<alignment horizontal="left" vertical="top" indent="1"/>'

/** Digits after the point, by how many a number needs. */
const decimalLooks = ['decimals1', 'decimals2', 'decimals3', 'decimals4', 'decimals5', 'decimals6'] as const
type DecimalLook = (typeof decimalLooks)[number]
/** The looks that cells ask for, and those that the writer chooses by what stands in or under a cell. */
export type WrittenLook = CellLook | 'headOfNumbers' | 'wholeNumber' | DecimalLook

/** The look that shows a plain number with the digits that matter. */
export function lookOfNumber(value: number): WrittenLook {
  return decimalLooks[shownDecimals(value) - 1] ?? 'wholeNumber'
}

const firstDecimalFormat = 170
function plainNumber(decimals: number): Look {
  return { font: 0, fill: 0, border: 1, format: firstDecimalFormat + decimals, align: figure }
}

/** In the order of their numbers; the first is that of every cell without one. */
const looks: Readonly<Record<WrittenLook, Look>> = {
  text: { font: 0, fill: 0, border: 1, format: 49, align: words },
  head: { font: 1, fill: 2, border: 1, format: 49, align: words },
  headNumber: { font: 1, fill: 2, border: 1, format: 0, align: figure },
  headOfNumbers: { font: 1, fill: 2, border: 1, format: 49, align: wordsOnTheRight },
  title: { font: 2, fill: 0, border: 0, format: 49, align: note },
  note: { font: 3, fill: 0, border: 0, format: 49, align: note },
  figure: { font: 0, fill: 0, border: 1, format: 49, align: wordsOnTheRight },
  wholeNumber: { font: 0, fill: 0, border: 1, format: 3, align: figure },
  quantity: { font: 0, fill: 0, border: 1, format: 167, align: figure },
  usd: { font: 0, fill: 0, border: 1, format: 165, align: figure },
  usdFine: { font: 0, fill: 0, border: 1, format: 166, align: figure },
  share: { font: 0, fill: 0, border: 1, format: 168, align: figure },
  input: { font: 4, fill: 3, border: 1, format: 0, align: figure },
  usdTotal: { font: 1, fill: 2, border: 1, format: 165, align: figure },
  label: { font: 1, fill: 0, border: 1, format: 49, align: words },
  decimals1: plainNumber(1),
  decimals2: plainNumber(2),
  decimals3: plainNumber(3),
  decimals4: plainNumber(4),
  decimals5: plainNumber(5),
  decimals6: plainNumber(6),
}

/** The number by which cells name a look; 0 is Excel's own. */
export function lookNumber(look: WrittenLook): number {
  return Object.keys(looks).indexOf(look) + 1
}

/** Fonts and colours of a workbook. */
export interface SheetLook {
  readonly palette: Palette
  readonly fonts: { readonly headings: string; readonly text: string }
  /** Of titles. */
  readonly title: string
}

/** Colours and fonts of the sheets: those of the client, else the house's. */
export function sheetLookOf(brand: Brand | undefined): SheetLook {
  const palette = paletteOf(brand)
  const text = brand?.fonts?.text ?? 'Arial'
  return {
    palette,
    fonts: { headings: brand?.fonts?.headings ?? text, text },
    title: brand?.accent === undefined ? ink.text : palette.accentDark,
  }
}

/** Fonts, fills, borders and number formats of the looks. */
export function workbookStyles({ palette, fonts: names, title }: SheetLook): string {
  const font = (size: number, colour: string, bold = false, name = names.text): string =>
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${hex(colour)}"/><name val="${escapeMarkup(name)}"/><family val="2"/></font>`
  const fill = (colour: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${hex(colour)}"/><bgColor indexed="64"/></patternFill></fill>`
  const side = (name: string): string => `<${name} style="thin"><color rgb="${hex(ink.hairline)}"/></${name}>`
  const fonts = [
    font(10, ink.text),
    font(10, ink.text, true),
    font(16, title, true, names.headings),
    font(9, ink.muted),
    font(10, palette.accentDark, true),
  ]
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    fill(ink.sunken),
    fill(palette.accentSoft),
  ]
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ]
  const formats = [
    // The separators are the reader's own: Excel writes a comma of a format as the country of who reads it does.
    // Digits that may be missing stand behind two that may not: a point that nothing follows reads as a mistake.
    { id: 165, code: '"$"#,##0.00;[Red]-"$"#,##0.00' },
    { id: 166, code: '"$"#,##0.00##########' },
    { id: 167, code: '[=0]0;[>=100]#,##0.00;#,##0.00####' },
    { id: 168, code: '[=0]"not at all";[<0.0005]"under 0.1%";0.0%' },
    ...decimalLooks.map((_, index) => ({ id: firstDecimalFormat + index + 1, code: `0.${'0'.repeat(index + 1)}` })),
  ]
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  const cells = Object.values(looks).map(
    ({ font: ownFont, fill: ownFill, border, format, align }) =>
      `<xf numFmtId="${format}" fontId="${ownFont}" fillId="${ownFill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${align === undefined ? '/>' : ` applyAlignment="1">${align}</xf>`}`,
  )
  const list = (tag: string, items: readonly string[]): string =>
    `<${tag} count="${items.length}">${items.join('')}</${tag}>`
  return `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list(
    'numFmts',
    formats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escapeMarkup(code)}"/>`),
  )}${list('fonts', fonts)}${list('fills', fills)}${list('borders', borders)}${list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'])}${list('cellXfs', [plain, ...cells])}${list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`
}
