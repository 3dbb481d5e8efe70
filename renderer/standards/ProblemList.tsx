import type { Problem } from '../../shared/design/problem.ts'

/** What cannot be used, each with its place in the text. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className="standards-problem-list">
      {problems.map(({ sentence, path, line }) => (
        <li key={`${path} ${sentence}`}>
          <span className="standards-place">
            {[line === undefined ? '' : `line ${line}`, path.startsWith('line ') ? '' : path]
              .filter((part) => part !== '')
              .join(', ')}
          </span>{' '}
          {sentence}
        </li>
      ))}
    </ul>
  )
}
