import { typographic } from '../../shared/design/typographic.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Dialog } from '../ui/index.ts'

/** Everything that a file had wrong when it was opened, with the lines where it stands. */
export function FileProblemsDialog() {
  const shown = useView((view) => view.fileProblems)
  return (
    <Dialog
      title={`What ${shown?.fileName ?? 'the file'} has wrong`}
      open={shown !== undefined}
      onOpenChange={(open) => (open ? undefined : viewStore.getState().set({ fileProblems: undefined }))}
      width={640}
    >
      <p className="muted">The design opened as far as it could be read. The file itself is as it was.</p>
      <ul className="offers">
        {shown?.problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.code} ${problem.path} ${problem.sentence}`} className="offer">
            <div>
              <p>{typographic(problem.sentence)}</p>
              <p className="muted">
                {problem.line === undefined ? '' : `Line ${problem.line}`}
                {problem.path === '' ? '' : ` (${problem.path})`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {shown !== undefined && shown.problems.length > mostShown ? (
        <p className="muted">And {shown.problems.length - mostShown} more.</p>
      ) : null}
    </Dialog>
  )
}

/** Who mends more than these mends them in an editor, with `lintel validate` at hand. */
const mostShown = 200
