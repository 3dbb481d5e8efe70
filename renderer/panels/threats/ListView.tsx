import { useState } from 'react'
import type { EntryCoverage } from '../../../shared/threats/coverage/coverage.ts'
import { CellMark, cellWords, CoverageLegend } from './CellMark.tsx'
import { CoverageReasons } from './CoverageReasons.tsx'
import { ThreatSide } from './ThreatSide.tsx'

/** One list of threats, entry by entry: what was looked for on this design, and what came of it. */
export function ListView({ entries }: { readonly entries: readonly EntryCoverage[] }) {
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const shown = entries.find(({ id }) => id === chosen)
  return (
    <div className="threat-columns">
      <div className="coverage-scroll">
        <table className="coverage threat-list-table">
          <thead>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">What came of it</th>
              <th scope="col" className="entry-number">
                Open
              </th>
              <th scope="col" className="entry-number">
                Asked
              </th>
              <th scope="col" className="entry-number">
                Closed or decided
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id} data-chosen={entry.id === chosen}>
                <th scope="row">
                  <button
                    type="button"
                    className="entry-button"
                    aria-pressed={entry.id === chosen}
                    onClick={() => setChosen(entry.id)}
                  >
                    <span className="entry-id">{entry.id}</span> {entry.title}
                  </button>
                </th>
                <td>
                  <span className="entry-state">
                    <CellMark state={entry.state} /> {outcomeOf(entry)}
                  </span>
                </td>
                {[['open'], ['unknown'], ['mitigated', 'treated']].map((states) => (
                  <td key={states.join()} className="entry-number">
                    {entry.reasons.filter(({ says }) => states.includes(says)).length || (
                      <span className="faint">–</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ThreatSide label="What came of the entry">
        {shown === undefined ? (
          <>
            <CoverageLegend />
            <p className="muted">Choose an entry to see which threats and questions belong to it.</p>
          </>
        ) : (
          <>
            <h3>
              {shown.id} {shown.title}
            </h3>
            <p className="muted">{lookedFor(shown)}</p>
            <CoverageReasons reasons={shown.reasons} />
          </>
        )}
      </ThreatSide>
    </div>
  )
}

function outcomeOf({ state, places }: EntryCoverage): string {
  return state === 'notApplicable' && places === 0 ? 'nothing drawn that it is about' : cellWords[state]
}

function lookedFor({ rules, reasons, places }: EntryCoverage): string {
  if (rules.length === 0) return 'No rule looks for this. Think it through, and write down a threat if there is one.'
  const by = `Looked for by ${rules.join(', ')}`
  if (places === 0 && reasons.length === 0) return `${by}: nothing is drawn that it is about.`
  return reasons.length === 0 ? `${by}: nothing of the kind was found on the drawing.` : `${by}.`
}
