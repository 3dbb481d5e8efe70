import { hasShape } from './letters/letter-shapes.ts'

/** Signs that the font lacks, in signs that it has. */
const plain: Readonly<Record<string, string>> = { '→': '->', '←': '<-', '≥': '>=', '≤': '<=', '≈': '~' }

/**
 * A name in the letters whose outlines are at hand: of others their base letter, without accents. Letters of other
 * scripts have no place there, and a row of question marks would say less than nothing: they are left out, so that a name
 * may come out empty.
 */
export function plainLetters(text: string): string {
  return Array.from(text.normalize('NFC'))
    .map((letter) => (hasShape(letter) ? letter : (plain[letter] ?? baseOf(letter))))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function baseOf(letter: string): string {
  if (/\s/.test(letter)) return ' '
  return Array.from(letter.normalize('NFKD')).filter(hasShape).join('')
}
