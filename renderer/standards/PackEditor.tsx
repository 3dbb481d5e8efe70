import { Plus, Trash2 } from 'lucide-react'
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { buildLineage } from '../../shared/graph/build-lineage.ts'
import { graphOf } from '../store/graph-of.ts'
import { rules } from '../../shared/rules.ts'
import { listWords } from '../../shared/findings/wording.ts'
import { addStandards } from '../../shared/standards/edit-standards.ts'
import { newRule, rulesIn, textAt, withPackField, withRule } from '../../shared/standards/pack-text.ts'
import { readStandards } from '../../shared/standards/read-standards.ts'
import type { RulePack, Standards } from '../../shared/standards/standards.ts'
import { tryRule } from '../../shared/standards/try-rule.ts'
import { useDetailedNumbers } from '../analysis/use-analysis.ts'
import { useDesign } from '../store/design-store.ts'
import { todayIso } from '../store/today.ts'
import { Button, Choice, TextField } from '../ui/index.ts'
import { change } from './change.ts'
import { count } from './files.ts'
import { closeStandards, leave, setUnsaved } from './leave.ts'
import { ProblemList } from './ProblemList.tsx'
import { RuleForm } from './RuleForm.tsx'

// The editor is large: it comes when somebody writes a pack.
const PackText = lazy(async () => ({ default: (await import('./PackText.tsx')).PackText }))

interface PackEditorProps {
  readonly standards: Standards
  /** The text of the pack as it was opened. */
  readonly opened: string
  /** The pack that it replaces; absent for a new one. */
  readonly replaces?: string
  readonly onClose: () => void
}

/** One pack, written by fields on the left and as its file on the right; it counts once it is kept. */
export function PackEditor({ standards, opened, replaces, onClose }: PackEditorProps) {
  const [text, setText] = useState(opened)
  const [fromFields, setFromFields] = useState({ text: opened })
  const [chosen, setChosen] = useState(0)
  const written = rulesIn(text)
  const { pack, problems } = useMemo(() => readPack(standards, text, replaces), [standards, text, replaces])
  const index = Math.min(chosen, Math.max(0, (written?.length ?? 0) - 1))
  const rule = written?.[index]
  useEffect(() => setUnsaved(text !== opened), [text, opened])
  useEffect(() => () => setUnsaved(false), [])
  const write = (next: string): void => {
    setText(next)
    setFromFields({ text: next })
  }
  const keep = (): void => {
    const { standards: kept } = addStandards(without(standards, replaces), packFile(text), rules)
    void change(standards, kept, `Kept ${pack?.title ?? 'the pack'}.`).then(onClose)
  }
  return (
    <section className="standards-editor" aria-label="Edit a pack">
      <div className="standards-editor-form">
        <div className="standards-field">
          <span className="standards-label">Pack</span>
          <TextField
            aria-label="Title of the pack"
            value={pack?.title ?? ''}
            onCommit={(title) => write(withPackField(text, 'title', title.trim()))}
          />
        </div>
        <div className="standards-bar">
          <Choice
            label="Rule of the pack"
            value={String(index)}
            options={(written ?? []).map((each, at) => ({
              value: String(at),
              label: `${textAt(each, 'id')} ${textAt(each, 'title')}`,
            }))}
            onChange={(next) => setChosen(Number(next))}
          />
          <Button
            tone="quiet"
            icon={Plus}
            disabled={written === undefined}
            onClick={() => {
              write(withRule(text, written?.length ?? 0, newRule(text)))
              setChosen(written?.length ?? 0)
            }}
          >
            Rule
          </Button>
          <Button
            tone="quiet"
            icon={Trash2}
            disabled={rule === undefined}
            onClick={() => write(withRule(text, index, undefined))}
          >
            Remove
          </Button>
        </div>
        {rule === undefined ? (
          <p className="standards-none">
            {written === undefined ? 'The text cannot be read yet: mend it where it says so.' : 'No rule in it yet.'}
          </p>
        ) : (
          <RuleForm key={index} rule={rule} onChange={(next) => write(withRule(text, index, next))} />
        )}
      </div>
      <div className="standards-editor-text">
        <Suspense fallback={<p className="standards-editor-code muted">Opening the text</p>}>
          <PackText
            label="The pack as its file"
            written={fromFields}
            problems={problems}
            onChange={setText}
            onEscape={closeStandards}
          />
        </Suspense>
        {problems.length === 0 ? null : (
          <section className="standards-problems" role="alert" aria-label="What to mend">
            <ProblemList problems={problems} />
          </section>
        )}
        <Fires pack={pack} id={rule === undefined ? '' : textAt(rule, 'id')} />
        <div className="standards-bar">
          <span className="standards-grow" />
          <Button onClick={() => leave(onClose)}>Cancel</Button>
          <Button tone="primary" disabled={pack === undefined || problems.length > 0} onClick={keep}>
            Keep
          </Button>
        </div>
      </div>
    </section>
  )
}

/** On how many elements of the open design the rule fires as it stands. */
function Fires({ pack, id }: { readonly pack: RulePack | undefined; readonly id: string }) {
  const design = useDesign((each) => each)
  const { numbers } = useDetailedNumbers()
  const rule = useDeferredValue(pack?.rules.find((each) => each.id === id))
  const graph = graphOf(design)
  const tried = useMemo(() => {
    if (rule === undefined || pack === undefined || numbers === undefined) return undefined
    const { estimate, requirements } = numbers
    return tryRule(rule, pack, { graph, lineage: buildLineage(graph), estimate, requirements, today: todayIso() })
  }, [rule, pack, graph, numbers])
  if (tried === undefined) return <output className="muted">Fires once it can be read.</output>
  const { found, asked } = tried
  const named = found.length === 0 ? '' : `: ${listWords(found.map((each) => graph.name(each)))}`
  return (
    <output className="standards-fires">
      Fires on {count(found.length, 'element')} of {design.name}
      {named}.{asked.length === 0 ? '' : ` Asks about ${count(asked.length, 'element')}.`}
    </output>
  )
}

/** Settings of its rules stay: the same rules come back. */
function without(standards: Standards, pack: string | undefined): Standards {
  return { ...standards, packs: (standards.packs ?? []).filter(({ id }) => id !== pack) }
}

function packFile(text: string): Standards {
  const read = readStandards(text, rules)
  if (!read.ok) throw new Error('A pack that cannot be read was kept.')
  return read.value
}

/** The pack that the text has, and what is wrong with it, alone and beside the other packs. */
function readPack(standards: Standards, text: string, replaces: string | undefined) {
  const read = readStandards(text, rules)
  if (!read.ok) return { pack: undefined, problems: read.problems }
  const [pack] = read.value.packs ?? []
  if (read.problems.length > 0 || pack === undefined) return { pack, problems: read.problems }
  return { pack, problems: addStandards(without(standards, replaces), read.value, rules).problems }
}
