import { plainText } from '../../xml/xml-tree.ts'

const lineBreak = /<(?:br|hr)\b[^<>]*>|<\/(?:div|p|li|tr|h\d|ul|ol|table)\s*>|<(?:div|p|li|tr|h\d)\b[^<>]*>/gi

/** Labels of draw.io are HTML more often than not: the words of one, a line each, nothing of its looks. */
export function labelText(label: string, isHtml: boolean): string {
  const words = isHtml ? withoutTags(label) : label
  const lines = words.split(/[\n\r]+/).map((line) => line.replaceAll(/\s+/g, ' ').trim())
  return lines.filter((line) => line !== '').join('\n')
}

function withoutTags(html: string): string {
  const text = html
    .replaceAll(/<(style|script)\b[^<>]*>[^<]*<\/\1\s*>/gi, '')
    .replaceAll(lineBreak, '\n')
    .replaceAll(/<[a-z/!][^<>]*>/gi, '')
  return plainText(text.replaceAll(/&nbsp;/gi, ' '))
}

/** A label up to this long is a name that was broken into lines; a longer one is a name with a description under it. */
const longestName = 40

/** What a label names, and what it says beyond that. */
export function splitLabel(text: string): { readonly name: string; readonly more: string } {
  const whole = text.replaceAll('\n', ' ')
  const [first = '', ...rest] = text.split('\n')
  return whole.length <= longestName ? { name: whole, more: '' } : { name: first, more: rest.join('\n') }
}
