import { ink, toneColours } from '../../picture/colours.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { xmlHead } from '../ooxml/package.ts'

export const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const hex = (colour: string): string => colour.replace('#', '').toUpperCase()

export interface ParagraphStyle {
  readonly id: string
  readonly name: string
  /** Half points. */
  readonly size?: number
  readonly bold?: true
  readonly colour?: string
  /** Stands in the font of headings. */
  readonly isHeading?: true
  readonly paragraph?: string
  readonly basedOn?: string
  readonly next?: string
}

const spacing = (before: number, after: number, line = 259): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`
const headings = (colour: string): readonly ParagraphStyle[] =>
  [32, 26, 22, 20].map((size, index) => ({
    id: `Heading${index + 1}`,
    name: `heading ${index + 1}`,
    size,
    bold: true,
    isHeading: true,
    colour,
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/>${spacing([420, 300, 220, 180][index] ?? 180, [140, 100, 80, 60][index] ?? 60)}<w:outlineLvl w:val="${index}"/>`,
  }))

/** How the house's own styles look for a brand. */
export interface StyleLook {
  /** Of titles. */
  readonly title: string
  /** Of links and what stands over the title. */
  readonly accent: string
  readonly headings: string
  readonly text: string
}

/** Every style of paragraphs that the writer uses, under Word's own names where it has them. */
export const paragraphStyles = ({ title, accent }: StyleLook): readonly ParagraphStyle[] => [
  {
    id: 'Title',
    name: 'Title',
    size: 48,
    bold: true,
    isHeading: true,
    colour: title,
    paragraph: spacing(0, 120, 240),
    next: 'Normal',
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    size: 22,
    bold: true,
    colour: accent,
    paragraph: spacing(0, 80),
    next: 'Normal',
  },
  {
    id: 'Byline',
    name: 'Byline',
    size: 20,
    colour: ink.muted,
    paragraph: `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="8" w:color="${hex(ink.line)}"/></w:pBdr>${spacing(0, 360)}`,
  },
  ...headings(title),
  { id: 'ContentsHeading', name: 'TOC Heading', size: 26, bold: true, paragraph: `<w:keepNext/>${spacing(240, 120)}` },
  { id: 'Contents1', name: 'toc 1', paragraph: spacing(0, 60) },
  { id: 'Contents2', name: 'toc 2', colour: ink.muted, paragraph: `${spacing(0, 40)}<w:ind w:left="340"/>` },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: spacing(0, 70) },
  { id: 'Caption', name: 'caption', size: 18, colour: ink.muted, paragraph: spacing(80, 240) },
  { id: 'TableTitle', name: 'Table title', size: 20, bold: true, paragraph: `<w:keepNext/>${spacing(200, 80)}` },
  { id: 'TableText', name: 'Table text', size: 18, paragraph: spacing(30, 30, 240) },
  {
    id: 'TableHead',
    name: 'Table head',
    size: 18,
    bold: true,
    basedOn: 'TableText',
    paragraph: `<w:keepNext/>${spacing(40, 40, 240)}`,
  },
  {
    id: 'CalloutTitle',
    name: 'Callout title',
    size: 20,
    bold: true,
    paragraph: `<w:keepNext/><w:keepLines/>${spacing(160, 0)}<w:ind w:left="170" w:right="170"/>`,
  },
  {
    id: 'Callout',
    name: 'Callout',
    size: 20,
    paragraph: `<w:keepLines/>${spacing(0, 200)}<w:ind w:left="170" w:right="170"/>`,
  },
  { id: 'SmallPrint', name: 'Small print', size: 17, colour: ink.muted, paragraph: spacing(120, 120) },
  { id: 'Footer', name: 'footer', size: 16, colour: ink.muted, paragraph: spacing(0, 0, 240) },
  {
    id: 'SectionEnd',
    name: 'Section end',
    size: 2,
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
  },
]

/** Styles as Word writes them; `fonts`: of headings, where they differ from the text's. */
export function paragraphStyleXml(
  { id, name, size, bold, colour, isHeading, paragraph, basedOn, next }: ParagraphStyle,
  headingFont?: string,
): string {
  const font = isHeading === true && headingFont !== undefined ? fontXml(headingFont) : ''
  const run = `${font}${bold === true ? '<w:b/><w:bCs/>' : ''}${colour === undefined ? '' : `<w:color w:val="${hex(colour)}"/>`}${size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`}`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn ?? 'Normal'}"/>${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
}

function fontXml(font: string): string {
  const name = escapeMarkup(font)
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${hex(ink.line)}"/>`

/** The styles of words and tables that the writer uses. */
export const otherStyles = ({
  accent,
}: StyleLook): readonly {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly xml: string
}[] => [
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    type: 'character',
    xml: `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="${hex(accent)}"/><w:u w:val="single"/></w:rPr></w:style>`,
  },
  {
    id: 'Code',
    name: 'Code',
    type: 'character',
    xml: `<w:style w:type="character" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="18"/><w:shd w:val="clear" w:color="auto" w:fill="${hex(toneColours.neutral.soft)}"/></w:rPr></w:style>`,
  },
  {
    id: 'Grid',
    name: 'Table Grid',
    type: 'table',
    xml: `<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr></w:style>`,
  },
]

/** Every style that the writer uses. */
export function documentStyles(look: StyleLook): string {
  const headingFont = look.headings === look.text ? undefined : look.headings
  const written = paragraphStyles(look).map((style) => paragraphStyleXml(style, headingFont))
  const others = otherStyles(look).map(({ xml }) => xml)
  return `${xmlHead}<w:styles xmlns:w="${wordSpace}"><w:docDefaults><w:rPrDefault><w:rPr>${fontXml(look.text)}<w:color w:val="${hex(ink.text)}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing(0, 140)}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${written.join('')}${others.join('')}</w:styles>`
}

/** Fonts that a machine may not have, with what takes their place there. */
export function fontTable(fonts: readonly string[]): string {
  const written = [...new Set(fonts)].map(
    (font) =>
      `<w:font w:name="${escapeMarkup(font)}"><w:altName w:val="${fallbackFont}"/><w:family w:val="auto"/></w:font>`,
  )
  return `${xmlHead}<w:fonts xmlns:w="${wordSpace}">${written.join('')}</w:fonts>`
}

/** Every Office has it. */
export const fallbackFont = 'Arial'

/** Ordered lists count from this number on; the list with dots has the one before. */
const firstNumber = 2
const abstracts = { dots: 0, counted: 1 } as const

/** Levels and lists: number 1 is the list with dots; every ordered list has one of its own, so that each begins at one. */
export function listNumbers(orderedLists: number): string {
  return `${xmlHead}<w:numbering xmlns:w="${wordSpace}">${abstractLists(0)}${lists(orderedLists, 0, 0)}</w:numbering>`
}

/** The two kinds of lists; `from`: the first number that is free. */
export function abstractLists(from: number): string {
  const level = (format: string, text: string): string =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl>`
  const kind = (number: number, inner: string): string =>
    `<w:abstractNum w:abstractNumId="${from + number}"><w:multiLevelType w:val="singleLevel"/>${inner}</w:abstractNum>`
  return kind(abstracts.dots, level('bullet', '•')) + kind(abstracts.counted, level('decimal', '%1.'))
}

/** The lists themselves, numbered after `taken`, of the kinds that begin at `from`. */
export function lists(orderedLists: number, from: number, taken: number): string {
  const own = Array.from(
    { length: orderedLists },
    (_, index) =>
      `<w:num w:numId="${taken + index + firstNumber}"><w:abstractNumId w:val="${from + abstracts.counted}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  return `<w:num w:numId="${taken + 1}"><w:abstractNumId w:val="${from + abstracts.dots}"/></w:num>${own.join('')}`
}
