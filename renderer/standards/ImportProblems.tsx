import { X } from 'lucide-react'
import { IconButton } from '../ui/index.ts'
import { count, type Import } from './files.ts'
import { ProblemList } from './ProblemList.tsx'

/** What of a file could not be used, each with its place. */
export function ImportProblems({ imported, onClose }: { readonly imported: Import; readonly onClose: () => void }) {
  const { fileName, taken, problems } = imported
  if (problems.length === 0) return null
  return (
    <section className="standards-problems" role="alert" aria-label={`Problems of ${fileName}`}>
      <header>
        <strong>
          {taken === undefined
            ? `${fileName}: nothing could be used. ${count(problems.length, 'place')} to mend.`
            : `${fileName}: took ${taken}. ${count(problems.length, 'place')} to mend, the rest counts.`}
        </strong>
        <IconButton label="Close the list" icon={X} onClick={onClose} />
      </header>
      <ProblemList problems={problems} />
    </section>
  )
}
