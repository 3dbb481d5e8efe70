import { typographic } from '../../../shared/design/typographic.ts'
import type { Requirement } from '../../../shared/design/design.ts'
import type { RequirementResult } from '../../../shared/estimate/requirement-result.ts'
import { findMetric } from '../../../shared/requirements/metrics/index.ts'
import { LinkButton } from '../../ui/index.ts'
import { viewStore } from '../stores.ts'
import { BackgroundPopover } from './BackgroundPopover.tsx'
import { EvidencePopover } from './EvidencePopover.tsx'
import { LoadPopover } from './LoadPopover.tsx'
import { ScenarioPopover, useScenario } from './ScenarioPopover.tsx'
import { TradeOffs } from './TradeOffs.tsx'
import { WaiveAction, WaiverLine } from './WaiverLine.tsx'

/** The way to the field whose number decides an assumed verdict. */
function StateIt({ assumes: { on, field, label } }: { readonly assumes: NonNullable<RequirementResult['assumes']> }) {
  return (
    <LinkButton
      className="small requirement-source"
      title={label}
      onClick={() => viewStore.getState().showField(on, field)}
    >
      State “{label}”
    </LinkButton>
  )
}

interface RequirementWhyProps {
  readonly requirement: Requirement
  readonly result: RequirementResult | undefined
}

/** The arithmetic behind the verdict, what was decided about it, and what can be done. */
export function RequirementWhy({ requirement, result }: RequirementWhyProps) {
  const scenario = useScenario(requirement)
  const takesEvidence =
    findMetric(requirement.metric)?.verification === 'evidence' || (requirement.evidence ?? []).length > 0
  return (
    <div className="requirement-arithmetic">
      {requirement.scenario === undefined ? null : <p className="requirement-sentence">{scenario}</p>}
      {result === undefined ? null : (
        <>
          <p>{typographic(result.arithmetic)}</p>
          {result.question === undefined ? null : <p className="faint">{typographic(result.question)}</p>}
          <WaiverLine requirement={requirement} result={result} />
        </>
      )}
      <div className="requirement-actions">
        {result === undefined || result.elements.length === 0 ? null : (
          <LinkButton className="small" onClick={() => viewStore.getState().select(result.elements)}>
            Show {result.elements.length} on the canvas
          </LinkButton>
        )}
        {result?.assumes === undefined ? null : <StateIt assumes={result.assumes} />}
        {takesEvidence ? <EvidencePopover requirement={requirement} /> : null}
        {result === undefined ? null : <WaiveAction requirement={requirement} result={result} />}
        <ScenarioPopover requirement={requirement} />
        <LoadPopover requirement={requirement} />
        <TradeOffs requirement={requirement} />
        <BackgroundPopover requirement={requirement} />
      </div>
    </div>
  )
}
