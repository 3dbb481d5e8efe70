import type { Problem, Result } from '../design/problem.ts'
import { joinCarried, mergeCarried } from './carried.ts'
import { standingsIn } from './outgoing-threats.ts'
import { listAt, recordAt, textAt, valueAt } from './foreign-values.ts'
import { foreignEndings } from '../design/file-endings.ts'
import type { Format, Imported } from './format.ts'
import { refuseTooMany } from './most-elements.ts'
import { readDrawing } from './threat-dragon/read.ts'
import { writeThreatDragon } from './threat-dragon/write.ts'

/**
 * OWASP Threat Dragon, versions 1 and 2 (JSON). Actors, processes and stores become components, boxes become boundaries;
 * what stands in which boundary is read from the drawing (by the centre), because the format does not say. Boundary
 * lines become a boundary around what they cut off. Threats arrive as threats that a person wrote down, with what was
 * decided. A file that was written here comes back as it went, with what was changed since.
 */
export const threatDragon: Format = {
  id: 'threat-dragon',
  title: 'OWASP Threat Dragon',
  extensions: foreignEndings.threatDragon,
  recognises: (content) =>
    recordAt(content, 'summary') !== undefined &&
    (Array.isArray(valueAt(content, 'detail', 'diagrams')) ||
      recordAt(content, 'detail') !== undefined ||
      recordAt(content, 'details') !== undefined),
  read(content, designId): Result<Imported> {
    if (!Array.isArray(valueAt(content, 'detail', 'diagrams'))) {
      return refused(
        'This Threat Dragon file has no list "detail.diagrams". Open it in Threat Dragon and save it again.',
      )
    }
    const diagrams = listAt(content, 'detail', 'diagrams')
    const cells = diagrams.flatMap((each) => listAt(valueAt(each, 'diagramJson') ?? each, 'cells'))
    const refusal = refuseTooMany(cells.length, 'detail.diagrams')
    if (refusal !== undefined) return refusal
    if (cells.length === 0 && recordAt(content, 'studio') === undefined) {
      return refused('This Threat Dragon file has no diagram with elements in it; there is nothing to import.')
    }
    const { imported, assembly } = readDrawing(content, designId)
    const name = textAt(content, 'summary', 'title') ?? imported.design.name
    const ours = joinCarried(valueAt(content, 'studio'), assembly.carried, designId, name)
    if (ours === undefined) return { ok: true, value: imported, problems: [] }
    const before = readDrawing(
      writeThreatDragon(ours.design, [], standingsIn(valueAt(content, 'studio'))),
      designId,
    ).imported
    return { ok: true, value: mergeCarried(ours, before, imported), problems: [] }
  },
  write: writeThreatDragon,
}

function refused(sentence: string): Result<never> {
  const problem: Problem = { code: 'file', level: 'error', path: 'detail.diagrams', sentence }
  return { ok: false, problems: [problem] }
}
