import { QuestionRow } from '../questions/QuestionRow.tsx'
import type { UnknownThreat } from './threat-lines.ts'

/** Threats of which nobody can tell yet whether they apply, each with the question that decides it. */
export function UnknownThreats({ unknown }: { readonly unknown: readonly UnknownThreat[] }) {
  if (unknown.length === 0) return <p className="panel-empty-line">Nothing that decides a threat is left open.</p>
  return (
    <section className="finding-group" aria-label="Not known yet">
      <h3 className="finding-group-title">Not known yet: the answer decides</h3>
      {unknown.map(({ group, titles }) => (
        <div key={group.id} className="threat-unknown">
          <QuestionRow group={group} />
          <p className="threat-waiting">
            <span className="faint">Decides</span> {titles.join('; ')}
          </p>
        </div>
      ))}
    </section>
  )
}
