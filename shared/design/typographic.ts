/**
 * A sentence for readers: straight quotation marks and apostrophes become the printed ones ("Chat" reads “Chat”, it's
 * reads it’s). Sentences are written with straight ones, since findings also go to programs; whoever shows or prints
 * them puts them through here, and never what is code, JSON or a cell that a program reads. `before`: what stands in
 * front of the text, where it is one piece of several. Doing it twice changes nothing more.
 */
export function typographic(text: string, before = ''): string {
  if (!/["']/.test(text)) return text
  return text.replace(/["']/g, (mark, at: number) => {
    const opens = opening.test(at === 0 ? before.slice(-1) : text.charAt(at - 1))
    if (mark === '"') return opens ? '“' : '”'
    return opens && /\p{L}/u.test(text.charAt(at + 1)) ? '‘' : '’'
  })
}

/** Nothing, a space, a bracket, a dash or another opening mark: a quotation begins after it. */
const opening = /^$|[\s([{<“‘/–—]/u
