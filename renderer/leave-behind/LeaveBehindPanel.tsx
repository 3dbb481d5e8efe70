import './leave-behind.css'
import { CircleAlert, FolderDown, FolderOpen } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { desktop } from '../desktop.ts'
import { Badge, type BadgeTone, Button } from '../ui/index.ts'
import { leaveEverything, planNow, stopLeaving, useLeaveBehind } from './leave-behind-store.ts'
import { type LeaveBehind, sayLeaving } from './say-leaving.ts'

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
  const next = phase === 'writing' ? planned[made.length]?.name : undefined
  const list = useRef<HTMLUListElement>(null)
  useFollowing(list, next)
  return (
    <>
      <p className="muted">{sayLeaving(state)}</p>
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
        <ul ref={list}>
          {planned.map(({ name, title }) => {
            const file = made.find((one) => one.name === name)
            return (
              <li key={name} className="leave-file" aria-current={name === next ? 'step' : undefined}>
                <span className="leave-title ellipsis">{title}</span>
                <span className="leave-name ellipsis" title={name}>
                  {name.split('.').at(-1)?.toUpperCase()}
                </span>
                <span className="leave-state">
                  {file !== undefined ? (
                    <Badge tone={words[file.state].tone}>{words[file.state].name}</Badge>
                  ) : name === next ? (
                    <span className="leave-name">Writing...</span>
                  ) : null}
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

/**
 * Keeps the line that is being written in sight, as long as somebody watches: whoever has scrolled away from it reads
 * elsewhere and is left alone.
 */
function useFollowing(list: RefObject<HTMLUListElement | null>, next: string | undefined): void {
  useEffect(() => {
    const line = next === undefined ? null : list.current?.querySelector('[aria-current]')
    const frame = list.current?.parentElement?.getBoundingClientRect()
    if (!line || frame === undefined) return
    const { top, bottom, height } = line.getBoundingClientRect()
    if (top < frame.bottom + height && bottom > frame.top) line.scrollIntoView({ block: 'nearest' })
  }, [list, next])
}
