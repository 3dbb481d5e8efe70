import type { Brand } from '../../brand.ts'
import type { Palette } from '../../brand/palette.ts'
import { paletteOf } from '../../brand/palette.ts'
import { ink } from '../../picture/colours.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { xmlHead } from '../ooxml/package.ts'
import type { CellLook } from './workbook.ts'

const hex = (colour: string): string => `FF${colour.replace('#', '').toUpperCase()}`

interface Look {
  readonly font: number
  readonly fill: number
  readonly border: number
  readonly format: number
  readonly align?: string
}

const wrapTop = '<alignment vertical="top" wrapText="1"/>'
const wrapRight = '<alignment horizontal="right" vertical="top" wrapText="1"/>'
/** The looks that cells ask for, and those that the writer chooses by what stands in or under a cell. */
type WrittenLook = CellLook | 'headOfNumbers' | 'wholeNumber'

/** In the order of their numbers; the first is that of every cell without one. */
const looks: Readonly<Record<WrittenLook, Look>> = {
  text: { font: 0, fill: 0, border: 1, format: 49, align: wrapTop },
  head: { font: 1, fill: 2, border: 1, format: 49, align: wrapTop },
  headNumber: { font: 1, fill: 2, border: 1, format: 0, align: '<alignment vertical="top"/>' },
  headOfNumbers: { font: 1, fill: 2, border: 1, format: 49, align: wrapRight },
  title: { font: 2, fill: 0, border: 0, format: 49 },
  note: { font: 3, fill: 0, border: 0, format: 49, align: '<alignment vertical="top"/>' },
  number: { font: 0, fill: 0, border: 1, format: 164, align: '<alignment vertical="top"/>' },
  wholeNumber: { font: 0, fill: 0, border: 1, format: 3, align: '<alignment vertical="top"/>' },
  quantity: { font: 0, fill: 0, border: 1, format: 167, align: '<alignment vertical="top"/>' },
  usd: { font: 0, fill: 0, border: 1, format: 165, align: '<alignment vertical="top"/>' },
  usdFine: { font: 0, fill: 0, border: 1, format: 166, align: '<alignment vertical="top"/>' },
  share: { font: 0, fill: 0, border: 1, format: 168, align: '<alignment vertical="top"/>' },
  input: { font: 4, fill: 3, border: 1, format: 0, align: '<alignment vertical="top"/>' },
  usdTotal: { font: 1, fill: 2, border: 1, format: 165, align: '<alignment vertical="top"/>' },
  label: { font: 1, fill: 0, border: 1, format: 49, align: wrapTop },
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
    // Digits that may be missing stand behind two that may not: a point that nothing follows reads as a mistake.
    { id: 164, code: '#,##0.00####' },
    { id: 165, code: '"$"#,##0.00;[Red]-"$"#,##0.00' },
    { id: 166, code: '"$"#,##0.00##########' },
    { id: 167, code: '[=0]0;[>=100]#,##0.00;#,##0.00####' },
    { id: 168, code: '[=0]"not at all";0.0%' },
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
