/** What is written between commas, without blanks around it; undefined when nothing is. */
export function readCommaList(text: string): readonly string[] | undefined {
  const list = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return list.length === 0 ? undefined : list
}
