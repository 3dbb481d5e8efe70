/** Words in lines of at most `longest` letters and at most `most` lines; what is left out is shown by three dots. */
export function wrapWords(text: string, longest: number, most: number): readonly string[] {
  const room = Math.max(1, longest)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    let rest = word
    const joined = line === '' ? rest : `${line} ${rest}`
    if (joined.length <= room) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    while (rest.length > room && lines.length <= most) {
      lines.push(rest.slice(0, room))
      rest = rest.slice(room)
    }
    line = rest
    if (lines.length > most) break
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const last = kept.at(-1) ?? ''
  return [...kept.slice(0, -1), room > 3 ? `${last.slice(0, room - 3)}...` : last]
}
