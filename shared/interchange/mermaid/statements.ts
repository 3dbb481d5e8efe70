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
    const first = lines[index] ?? ''
    if (/^\s*%%/.test(first)) continue
    const cut = startCut()
    cutLine(first, cut)
    let more = 1
    while (isOpen(cut) && more <= mostJoinedLines && index + more < lines.length) {
      cutLine(`\n${lines[index + more] ?? ''}`, cut)
      more += 1
    }
    const parts = isOpen(cut) ? aloneParts(first) : [...cut.parts, cut.last]
    if (!isOpen(cut)) index += more - 1
    for (const part of parts) {
      const text = part.trim()
      if (text !== '') statements.push({ text, line })
    }
  }
  return statements
}

/** Statements that have been cut off, the one that is still going on, and what is open in that. */
interface Cut {
  readonly parts: string[]
  last: string
  depth: number
  isQuoted: boolean
  isLabel: boolean
}

function startCut(): Cut {
  return { parts: [], last: '', depth: 0, isQuoted: false, isLabel: false }
}

function isOpen({ isQuoted, depth }: Cut): boolean {
  return isQuoted || depth > 0
}

/** The parts of a line of which something stays open for good. */
function aloneParts(line: string): readonly string[] {
  const cut = startCut()
  cutLine(line, cut)
  return [...cut.parts, cut.last]
}

/** Goes on with a line, and cuts it at its semicolons. */
function cutLine(line: string, cut: Cut): void {
  let start = 0
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at] ?? ''
    if (letter === '"') cut.isQuoted = !cut.isQuoted
    if (cut.isQuoted) continue
    if (letter === '|') cut.isLabel = !cut.isLabel
    else if ('[({'.includes(letter)) cut.depth += 1
    else if ('])}'.includes(letter)) cut.depth = Math.max(0, cut.depth - 1)
    else if (letter === ';' && cut.depth === 0 && !cut.isLabel && !endsEntity(line, at)) {
      cut.parts.push(cut.last + line.slice(start, at))
      cut.last = ''
      start = at + 1
    }
  }
  cut.last += line.slice(start)
}

/** The semicolon of "#quot;" or "#35;" belongs to that letter. */
function endsEntity(line: string, at: number): boolean {
  return /[#&]\w{1,10}$/.test(line.slice(Math.max(0, at - 12), at))
}
