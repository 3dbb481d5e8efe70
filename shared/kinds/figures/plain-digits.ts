/**
 * The digits of a number as people type it, with a point before the decimals and nothing between thousands: "1 200",
 * "1,200.5", "1.200,50", "1.200.000" and "0,5". A lone comma with one or two digits behind it, or after a zero, is a
 * decimal comma; a lone point always stands before decimals. What is no number stays none.
 */
export function plainDigits(text: string): string {
  const tight = text.replaceAll(/[\s'_\u00A0\u2009\u202F]/gu, '').replace('−', '-')
  const groupedByPoints = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/u.test(tight)
  if (groupedByPoints || /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/u.test(tight))
    return tight.replaceAll('.', '').replace(',', '.')
  const isDecimalComma = /^[+-]?(?:\d+,\d{1,2}|0,\d+)$/u.test(tight)
  return isDecimalComma ? tight.replace(',', '.') : tight.replaceAll(',', '')
}
