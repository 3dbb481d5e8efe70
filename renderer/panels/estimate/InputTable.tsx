import type { InputNode } from '../../../shared/kinds/formula/formula.ts'
import { Badge, LinkButton } from '../../ui/index.ts'
import { shownName } from '../ElementChips.tsx'
import { showInput } from '../show-input.ts'
import { useDesign } from '../stores.ts'
import { formatInput, fromWords } from './input-words.ts'

/** What went into a number: value, where it comes from, for which region, of what date. A click jumps to its field. */
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
        {inputs.map((node, index) => (
          // The same input may stand in a formula twice: the position is part of what it is.
          // eslint-disable-next-line react/no-array-index-key
          <tr key={`${node.label} ${index}`}>
            <td>
              <InputName node={node} />
            </td>
            <td className="number">
              {node.missing === true ? <Badge tone="unknown">not known</Badge> : formatInput(node)}
            </td>
            <td className="muted">{fromWords[node.provenance.from]}</td>
            <td className="muted panel-source">{node.provenance.source ?? '–'}</td>
            <td className="muted">{node.provenance.region ?? '–'}</td>
            <td className="muted">{node.provenance.asOf ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
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
