/** Signs and letters that have no base letter, in the signs that the matrix has. */
const plain: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  '→': '->',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  þ: 'th',
  Þ: 'Th',
}

/**
 * A name in the letters of the dot matrix: accents fall off, signs become plainer. Letters of other scripts have no place
 * there, and a row of question marks would say less than nothing: they are left out, so that a name may come out empty.
 */
export function plainLetters(text: string): string {
  return Array.from(text.normalize('NFKD'))
    .map((letter) => plain[letter] ?? (/[ -~\s]/.test(letter) ? letter : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
