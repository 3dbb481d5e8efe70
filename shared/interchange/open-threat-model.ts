import type { Problem, Result } from '../design/problem.ts'
import { joinCarried, mergeCarried } from './carried.ts'
import { foreignEndings } from '../design/file-endings.ts'
import { recordAt, textAt, valueAt } from './foreign-values.ts'
import type { Format, Imported } from './format.ts'
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
      const sentence = 'This Open Threat Model has no "project". Add one with a name, or export the file again.'
      const problem: Problem = { code: 'file', level: 'error', path: 'project', sentence }
      return { ok: false, problems: [problem] }
    }
    const rest = valueAt(content, 'project', 'attributes', 'studio')
    const { imported, assembly } = readModel(content, designId)
    const ours = joinCarried(rest, assembly.carried, designId, imported.design.name)
    if (ours === undefined) return { ok: true, value: imported, problems: [] }
    const before = readModel(writeOpenThreatModel(ours.design), designId).imported
    return { ok: true, value: mergeCarried(ours, before, imported), problems: [] }
  },
  write: writeOpenThreatModel,
}
