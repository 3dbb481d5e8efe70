import { renderFormula } from '../../../shared/kinds/formula/formula-text.ts'
import { type InputNode, sourcesOf } from '../../../shared/kinds/formula/formula.ts'
import { Badge, LinkButton } from '../../ui/index.ts'
import { shownName } from '../ElementChips.tsx'
import { showInput } from '../show-input.ts'
import { useDesign } from '../stores.ts'
import { formatInput, fromWords } from './input-words.ts'

/**
 * What went into a number: value, where it comes from, for which region, of what date; under a number that was computed,
 * what it was computed from. A click jumps to the field.
 */
export function InputTable({ inputs }: { readonly inputs: readonly InputNode[] }) {
  return (
    <table className="panel-table panel-table-inner">
      <thead>
        <tr>
          <th>Input</th>
          <th className="number">Value</th>
          <th>From</th>
          <th>Source</th>
          <th>Region</th>
          <th>Date</th>
        </tr>
      </thead>
      <tbody>
        {inputs.flatMap(withSources).map(({ node, isBehind }, index) => (
          // The same input may stand in a formula twice: the position is part of what it is.
          // eslint-disable-next-line react/no-array-index-key
          <tr key={`${node.label} ${index}`}>
            <td className={isBehind ? 'panel-behind' : undefined}>
              <InputName node={node} />
            </td>
            <td className="number">
              {node.missing === true ? <Badge tone="unknown">not known</Badge> : formatInput(node)}
            </td>
            <td className="muted">{fromWords[node.provenance.from]}</td>
            <td className="muted panel-source">{sourceOf(node)}</td>
            <td className="muted">{node.provenance.region ?? '–'}</td>
            <td className="muted">{node.provenance.asOf ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Row {
  readonly node: InputNode
  /** It stands behind the number of the row above, which was computed from it. */
  readonly isBehind: boolean
}

/** An input and, where it was computed from others, those that somebody stated, listed or assumed. */
function withSources(node: InputNode): readonly Row[] {
  const own: Row = { node, isBehind: false }
  if (node.by === undefined) return [own]
  const behind = sourcesOf(node.by).filter(({ provenance }) => provenance.from !== 'derived')
  return [own, ...[...new Set(behind)].map((source) => ({ node: source, isBehind: true }))]
}

function sourceOf({ provenance, by }: InputNode): string {
  return provenance.source ?? (by === undefined ? '–' : renderFormula(by))
}

function InputName({ node }: { readonly node: InputNode }) {
  const { on } = node.provenance
  const name = useDesign((design) => (on === undefined ? undefined : shownName(design, on)))
  if (on === undefined || name === undefined) return node.label
  return (
    <LinkButton title={`Show ${name}`} onClick={() => showInput(on, node.provenance.field ?? '')}>
      {node.label}
    </LinkButton>
  )
}
