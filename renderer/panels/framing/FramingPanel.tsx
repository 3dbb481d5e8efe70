import './framing.css'
import { setFramingText, setNonGoals } from '../../../shared/design/edit/index.ts'
import type { FramingText } from '../../../shared/design/edit/index.ts'
import { TextRow } from '../../ui/index.ts'
import { editDesign, useDesign } from '../stores.ts'
import { AnswerKinds } from './AnswerKinds.tsx'
import { Measures } from './Measures.tsx'

const texts: readonly { readonly field: FramingText; readonly label: string; readonly placeholder: string }[] = [
  { field: 'problem', label: 'Problem', placeholder: 'What goes wrong today, and for whom' },
  { field: 'users', label: 'Users', placeholder: 'Who works with it, and how many' },
  { field: 'decision', label: 'Decision supported', placeholder: 'What somebody decides or does with the answer' },
  { field: 'baseline', label: 'Today', placeholder: 'How it is done now, and how well' },
]

/** The sheet of the first half hour: why, for whom, how success is seen, and what happens when an answer is wrong. */
export function FramingPanel() {
  const framing = useDesign((design) => design.framing)
  return (
    <div className="panel-main framing">
      <div className="framing-sheet">
        <section className="framing-part" aria-label="What it is for">
          <h3>What it is for</h3>
          {texts.map(({ field, label, placeholder }) => (
            <TextRow
              key={field}
              several
              label={label}
              value={framing?.[field]}
              placeholder={placeholder}
              onCommit={(text = '') =>
                editDesign(`Change ${label.toLowerCase()}`, (design) => setFramingText(design, field, text))
              }
            />
          ))}
          <TextRow
            several
            label="Not meant for"
            note="One a line"
            value={framing?.nonGoals?.join('\n')}
            placeholder="What it will not do, however often it is asked for"
            onCommit={(text = '') =>
              editDesign('Change the non-goals', (design) => setNonGoals(design, text.split('\n')))
            }
          />
        </section>
        <div className="framing-side">
          <Measures measures={framing?.measures ?? []} />
          <AnswerKinds answers={framing?.answers ?? []} />
        </div>
      </div>
    </div>
  )
}
