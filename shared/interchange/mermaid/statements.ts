/** One statement of a diagram, as it stands there without white space around it. */
export interface Statement {
  readonly text: string
  /** The line it begins on, 1-based. */
  readonly line: number
}

/** A text in brackets or quotes may run over lines; one that is not closed by then was never meant to be. */
const mostJoinedLines = 20

/** The statements of a diagram: apart by line ends and semicolons, except within quotes and brackets; no comments. */
export function splitStatements(body: string, firstLine: number): readonly Statement[] {
  const lines = body.split(/\r?\n/)
  const statements: Statement[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = firstLine + index
    let cut = cutLine(lines[index] ?? '')
    let joined = lines[index] ?? ''
    for (let more = 1; cut.isOpen && more <= mostJoinedLines && index + more < lines.length; more += 1) {
      joined += `\n${lines[index + more] ?? ''}`
      const whole = cutLine(joined)
      if (whole.isOpen) continue
      cut = whole
      index += more
    }
    for (const part of cut.parts) {
      const text = part.trim()
      if (text !== '') statements.push({ text, line })
    }
  }
  return statements
}

/** The parts of a line between its semicolons, and whether a quote or bracket is still open at its end. */
function cutLine(line: string): { readonly parts: readonly string[]; readonly isOpen: boolean } {
  if (/^\s*%%/.test(line)) return { parts: [], isOpen: false }
  const parts: string[] = []
  let [start, depth] = [0, 0]
  let [isQuoted, isLabel] = [false, false]
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? ''
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (letter === '|') isLabel = !isLabel
    else if ('[({'.includes(letter)) depth += 1
    else if ('])}'.includes(letter)) depth = Math.max(0, depth - 1)
    else if (letter === ';' && depth === 0 && !isLabel && !endsEntity(line, at)) {
      parts.push(line.slice(start, at))
      start = at + 1
    }
  }
  return { parts: [...parts, line.slice(start)], isOpen: isQuoted || depth > 0 }
}

/** The semicolon of "#quot;" or "#35;" belongs to that letter. */
function endsEntity(line: string, at: number): boolean {
  return /[#&]\w{1,10}$/.test(line.slice(Math.max(0, at - 12), at))
}
