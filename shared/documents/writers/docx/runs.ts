import type { Inline, Text } from '../../outline.ts'
import { toneColours } from '../../picture/colours.ts'
import { escapeMarkup } from '../escape-markup.ts'
import { holdsRightToLeft, runsFromTheRight, stretchesOfDirection } from '../text-direction.ts'

const hex = (colour: string): string => colour.replace('#', '').toUpperCase()

/** Gives the relationship of an address. */
export type Linker = (url: string) => string

/** Text as runs; badges are coloured words with a space of the same colour around them, never colour alone. */
export function runsXml(text: Text, link: Linker): string {
  return text.map((inline) => inlineXml(inline, link)).join('')
}

/** Words as runs, one for each direction of writing; `properties` is XML. */
export function runXml(words: string, properties = ''): string {
  return stretchesOfDirection(words)
    .map((stretch) => {
      const rtl = holdsRightToLeft(stretch) ? '<w:rtl/>' : ''
      const own = properties === '' && rtl === '' ? '' : `<w:rPr>${properties}${rtl}</w:rPr>`
      return `<w:r>${own}<w:t xml:space="preserve">${wholeDates(escapeMarkup(stretch))}</w:t></w:r>`
    })
    .join('')
}

const unbroken = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

/** Word ends a line after any hyphen, a date's too, where every browser keeps the date; names stay as a search finds them. */
function wholeDates(escaped: string): string {
  return escaped.replaceAll(/\b(\d{4})-(\d\d)-(\d\d)\b/g, `$1${unbroken}$2${unbroken}$3`)
}

const longestBadge = 10

/** A badge with the space around it; a short one stands in one line. */
export function badgeWords(words: string): string {
  const whole = words.length <= longestBadge ? words.replaceAll(' ', '\u00a0') : words
  return `\u00a0${whole}\u00a0`
}

function inlineXml(inline: Inline, link: Linker): string {
  if (typeof inline === 'string') return runXml(inline)
  switch (inline.type) {
    case 'strong':
      return runXml(inline.text, '<w:b/><w:bCs/>')
    case 'code':
      return runXml(inline.text, '<w:rStyle w:val="Code"/>')
    case 'badge': {
      const { strong, soft } = toneColours[inline.tone]
      return runXml(
        badgeWords(inline.text),
        `<w:b/><w:bCs/><w:color w:val="${hex(strong)}"/><w:shd w:val="clear" w:color="auto" w:fill="${hex(soft)}"/>`,
      )
    }
    case 'link':
      // Records beside this one are other files here; the words stay.
      return /^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(inline.url)
        ? `<w:hyperlink r:id="${link(inline.url)}">${runXml(inline.text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`
        : runXml(inline.text)
    default:
      return inline satisfies never
  }
}

/** A paragraph of a style around runs; from the right where its words run so. */
export function paragraphXml(style: string, runs: string, properties = ''): string {
  const directed = runsFromTheRight(runs.replaceAll(/<[^>]*>/g, '')) ? withDirection(properties) : properties
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${directed}</w:pPr>${runs}</w:p>`
}

/** In the order of the schema: before what says where the paragraph stands. */
function withDirection(properties: string): string {
  const at = properties.search(/<w:(?:spacing|ind|jc|sectPr)\b/)
  return at < 0 ? `${properties}<w:bidi/>` : `${properties.slice(0, at)}<w:bidi/>${properties.slice(at)}`
}
