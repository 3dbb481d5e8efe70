/**
 * An amount of USD as people write it: "2", "$2.50", "1,234.50", "0,15", "1 234,5", "2e-6". A sentence with the remedy
 * when it cannot be read; "1,234" alone can be two numbers and is asked back.
 */
export function readAmount(text: string): number | string {
  const bare = text.replaceAll(/[$\s\u00A0\u202F']|USD/gi, '')
  if (bare === '') return 'the price is empty. Write a number in USD, or leave the line out.'
  if (/^-?\d{1,3},\d{3}$/.test(bare)) {
    const [whole = '', rest = ''] = bare.split(',')
    return `"${text}" can be read as ${whole}${rest} or as ${whole}.${rest}. Write one of them.`
  }
  const decimal = /^-?\d*,\d+$/.test(bare) || /,\d{1,2}$/.test(bare) || bare.lastIndexOf(',') > bare.lastIndexOf('.')
  const plain = decimal ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  const number = Number(plain)
  if (!Number.isFinite(number)) return `the price "${text}" is no number. Write it in USD, such as 2.50.`
  return number < 0 ? `the price "${text}" is below 0. Correct it.` : number
}
