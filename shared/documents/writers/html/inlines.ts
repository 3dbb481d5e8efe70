import { isFollowable } from '../../blocks.ts'
import type { Inline, Text } from '../../outline.ts'
import { escapeMarkup } from '../escape-markup.ts'

export function inlines(text: Text): string {
  return text.map(writeInline).join('')
}

function writeInline(inline: Inline): string {
  if (typeof inline === 'string') return wordsHtml(inline)
  switch (inline.type) {
    case 'strong':
      return `<strong>${wordsHtml(inline.text)}</strong>`
    case 'code':
      return `<code>${escapeMarkup(inline.text)}</code>`
    case 'badge':
      return `<span class="badge tone-${inline.tone}">${escapeMarkup(inline.text)}</span>`
    case 'link':
      return inline.isRecord !== true && isFollowable(inline.url)
        ? `<a href="${escapeMarkup(inline.url)}" rel="noreferrer">${wordsHtml(inline.text)}</a>`
        : wordsHtml(inline.text)
    default:
      return inline satisfies never
  }
}

/** Short codes, dates and ranges with a hyphen before a number. */
const whole = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,8}(?:-\p{N}{1,4})+(?![\p{L}\p{N}-])/gu

/** Words in which no line ends within "P-02" or a date: browsers break after a hyphen, whatever follows it. */
export function wordsHtml(words: string): string {
  return escapeMarkup(words).replaceAll(whole, '<span class="whole">$&</span>')
}
