import './leave-behind.css'
import { CircleAlert, FolderDown, FolderOpen } from 'lucide-react'
import { useEffect } from 'react'
import { listWords } from '../../shared/documents/text/numbers.ts'
import { desktop } from '../desktop.ts'
import { Badge, type BadgeTone, Button } from '../ui/index.ts'
import { type LeaveBehind, leaveEverything, planNow, stopLeaving, useLeaveBehind } from './leave-behind-store.ts'

const words: Readonly<
  Record<LeaveBehind['made'][number]['state'], { readonly name: string; readonly tone: BadgeTone }>
> = {
  new: { name: 'New', tone: 'accent' },
  changed: { name: 'Changed', tone: 'assumed' },
  same: { name: 'As before', tone: 'neutral' },
  failed: { name: 'Not made', tone: 'fail' },
  'left out': { name: 'Not written', tone: 'neutral' },
}

export function LeaveBehindPanel() {
  const state = useLeaveBehind()
  const { phase, planned, made, problem, index } = state
  useEffect(planNow, [])
  return (
    <>
      <p className="muted">{sentence(state)}</p>
      {phase === 'writing' ? (
        <progress className="leave-progress" aria-label="Documents made" value={made.length} max={planned.length} />
      ) : null}
      {problem === undefined ? null : (
        <p className="leave-problem" role="alert">
          <CircleAlert size={16} aria-hidden /> {problem}
        </p>
      )}
      {/* Scrolled with the keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="leave-files" aria-label="Documents" tabIndex={0}>
        <ul>
          {planned.map(({ name, title }) => {
            const file = made.find((one) => one.name === name)
            return (
              <li key={name} className="leave-file">
                <span className="leave-title ellipsis">{title}</span>
                <span className="leave-name ellipsis" title={name}>
                  {name.split('.').at(-1)?.toUpperCase()}
                </span>
                <span className="leave-state">
                  {file === undefined ? null : <Badge tone={words[file.state].tone}>{words[file.state].name}</Badge>}
                </span>
                {file?.problem === undefined || file.problem === problem ? null : (
                  <span className="leave-why">{file.problem}</span>
                )}
              </li>
            )
          })}
        </ul>
      </section>
      <footer className="leave-foot">
        {phase === 'writing' ? (
          <Button onClick={stopLeaving}>Stop</Button>
        ) : (
          <Button tone="primary" icon={FolderDown} onClick={() => void leaveEverything()}>
            {phase === 'ready' ? 'Choose a folder' : 'Choose a folder again'}
          </Button>
        )}
        {index === undefined || phase === 'writing' ? null : (
          <Button icon={FolderOpen} onClick={() => void desktop.revealFile(index)}>
            Show in folder
          </Button>
        )}
      </footer>
    </>
  )
}

function sentence({ phase, planned, made, folder }: LeaveBehind): string {
  const written = made.filter(({ state }) => state === 'new' || state === 'changed').length
  const same = made.filter(({ state }) => state === 'same').length
  const asBefore = same === 0 ? '' : `, ${same} as before`
  const failed = made.filter(({ state }) => state === 'failed').map(({ name }) => name)
  const missing = failed.length === 0 ? '' : ` Not made: ${listWords(failed, 3)}; the list says why.`
  switch (phase) {
    case 'ready':
      return `${planned.length} documents of this design, with an index. Into a folder that has them already only what changed is written.`
    case 'writing':
      return `${made.length} of ${planned.length} in “${folder ?? ''}”`
    case 'done':
      return `Written into “${folder ?? ''}”: ${written} of ${planned.length}${asBefore}.${missing}`
    case 'stopped':
      if (written + same === 0) return `Stopped: nothing was written into “${folder ?? ''}”.`
      return `Stopped: ${written + same} of ${planned.length} are in “${folder ?? ''}”, each of them whole.`
    default:
      return phase satisfies never
  }
}
