import type { Problem, Result } from '../design/problem.ts'
import { shorten } from '../design/wording.ts'
import { joinCarried, mergeCarried } from './carried.ts'
import { standingsIn } from './outgoing-threats.ts'
import { foreignEndings } from '../design/file-endings.ts'
import { listAt, recordAt, textAt, valueAt } from './foreign-values.ts'
import type { Format, Imported } from './format.ts'
import { refuseTooMany } from './most-elements.ts'
import { readModel } from './open-threat-model/read.ts'
import { writeOpenThreatModel } from './open-threat-model/write.ts'

/**
 * Open Threat Model 0.2.0 (JSON and YAML). Trust zones become boundaries with their trust rating, components keep their
 * place, data flows become arrows; a bidirectional flow stays one arrow whose answer carries the same assets. Threats
 * arrive as threats that a person wrote down, mitigations as controls that no rule relies on. A file that was written
 * here comes back as it went, with what was changed since.
 */
export const openThreatModel: Format = {
  id: 'otm',
  title: 'Open Threat Model',
  extensions: foreignEndings.openThreatModel,
  recognises: (content) => textAt(content, 'otmVersion') !== undefined,
  read(content, designId): Result<Imported> {
    if (recordAt(content, 'project') === undefined) {
      return refused(
        'project',
        'This Open Threat Model has no "project". Add one with a name, or export the file again.',
      )
    }
    const rest = valueAt(content, 'project', 'attributes', 'studio')
    const counts = drawn.map((list) => listAt(content, list).length)
    const refusal = refuseTooMany(
      counts.reduce((sum, count) => sum + count, 0),
      'components',
    )
    if (refusal !== undefined) return refusal
    if (rest === undefined && [...drawn, ...described].every((list) => listAt(content, list).length === 0)) {
      return refused(
        'components',
        'This Open Threat Model lists no components, zones, flows, assets or threats; there is nothing to import.',
      )
    }
    const { imported, assembly } = readModel(content, designId)
    const ours = joinCarried(rest, assembly.carried, designId, imported.design.name)
    if (ours === undefined) return { ok: true, value: telling(content, imported), problems: [] }
    const before = readModel(writeOpenThreatModel(ours.design, [], standingsIn(rest)), designId).imported
    return { ok: true, value: telling(content, mergeCarried(ours, before, imported)), problems: [] }
  },
  write: writeOpenThreatModel,
}

const drawn = ['trustZones', 'components', 'dataflows'] as const
const described = ['assets', 'threats', 'mitigations'] as const

/** Another version may mean something else by its words: it is read by those of ours, and that is said. */
function telling(content: unknown, imported: Imported): Imported {
  const version = textAt(content, 'otmVersion') ?? ''
  if (/^0\.[12](\.\d+)?$/.test(version)) return imported
  const sentence = `The file says that it is of version "${shorten(version, 40)}": it was read as 0.2.0, so look closely at what became of it.`
  return { ...imported, leftOut: [sentence, ...imported.leftOut] }
}

function refused(path: string, sentence: string): Result<never> {
  const problem: Problem = { code: 'file', level: 'error', path, sentence }
  return { ok: false, problems: [problem] }
}
