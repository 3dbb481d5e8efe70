import { ListPlus } from 'lucide-react'
import { useState } from 'react'
import { takenIds } from '../../../shared/design/collections.ts'
import { newId } from '../../../shared/design/edit/new-id.ts'
import { count } from '../../../shared/findings/wording.ts'
import { requirementSets } from '../../../shared/requirements/sets/index.ts'
import {
  fitsDrawing,
  insertUsual,
  isAsked,
  type RequirementSet,
  type UsualRequirement,
} from '../../../shared/requirements/sets/requirement-set.ts'
import { asSentence, measureWords } from '../../../shared/requirements/scenario.ts'
import { Button, Choice, Popover } from '../../ui/index.ts'
import { useGraph } from '../../store/graph-of.ts'
import { editDesign, useDesign } from '../stores.ts'

/** Sets of requirements that such a design usually starts with: looked through first, then added as one edit. */
export function UsualStarts({ primary = false }: { readonly primary?: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label="Usual starts"
      width={520}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={ListPlus} tone={primary ? 'primary' : 'plain'}>
          Usual starts...
        </Button>
      }
    >
      <SetForm onAdded={() => setOpen(false)} />
    </Popover>
  )
}

function SetForm({ onAdded }: { readonly onAdded: () => void }) {
  const graph = useGraph()
  const fitting = requirementSets.filter((set) => fitsDrawing(set, graph))
  const [wanted, setWanted] = useState<string | undefined>(undefined)
  const set = requirementSets.find(({ id }) => id === (wanted ?? fitting[0]?.id)) ?? requirementSets[0]
  if (set === undefined) return null
  return (
    <div className="popover-form">
      <p className="strong">Usual starts</p>
      <Choice
        label="Pattern"
        value={set.id}
        options={requirementSets.map((each) => ({
          value: each.id,
          label: each.title,
          ...(fitting.includes(each) ? { hint: 'drawn here' } : {}),
        }))}
        onChange={setWanted}
      />
      <p className="muted small">
        {set.summary} {fitting.includes(set) ? 'It is what this drawing shows.' : 'This drawing does not show it yet.'}
      </p>
      <SetPreview key={set.id} set={set} onAdded={onAdded} />
    </div>
  )
}

function SetPreview({ set, onAdded }: { readonly set: RequirementSet; readonly onAdded: () => void }) {
  const design = useDesign((one) => one)
  const [left, setLeft] = useState<readonly UsualRequirement[]>(() =>
    set.requirements.filter((each) => isAsked(design, each)),
  )
  const chosen = set.requirements.filter((each) => !left.includes(each))
  const add = () => {
    const label = `Add ${count(chosen.length, 'requirement')} of “${set.title}”`
    const done = editDesign(label, (before) => {
      const fresh = (taken: ReadonlySet<string>) => newId('nfr', taken, Math.random)
      return insertUsual(before, chosen, fresh, takenIds(before)).design
    })
    if (done) onAdded()
  }
  return (
    <>
      <div className="scope-list usual-list">
        {set.requirements.map((usual) => (
          <label key={usual.name} className="usual-option" title={usual.rationale}>
            <input
              type="checkbox"
              checked={!left.includes(usual)}
              onChange={(event) =>
                setLeft(event.target.checked ? left.filter((each) => each !== usual) : [...left, usual])
              }
            />
            <span className="strong">{usual.name}</span>
            <span className="muted small">
              {asSentence(
                `${measureWords({ ...usual, id: '' })}, ${usual.priority}${isAsked(design, usual) ? '; asked for already' : ''}`,
              )}
            </span>
            <span className="faint small">{usual.rationale}</span>
          </label>
        ))}
      </div>
      <p className="muted small">
        Numbers to begin the talk with. Each says “Usual start” as its source until somebody agrees to it.
      </p>
      <div className="popover-foot">
        <Button tone="primary" disabled={chosen.length === 0} onClick={add}>
          Add {chosen.length}
        </Button>
      </div>
    </>
  )
}
