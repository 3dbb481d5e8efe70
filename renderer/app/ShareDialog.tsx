import { savePicture } from '../canvas/picture.ts'
import { useView, viewStore } from '../store/view-store.ts'
import { Button, Dialog } from '../ui/index.ts'
import { runCommand } from './commands/run.ts'

interface Offer {
  readonly title: string
  readonly what: string
  readonly actions: readonly { readonly label: string; readonly run: () => void }[]
}

const offers: readonly Offer[] = [
  {
    title: 'One-pager',
    what: 'Outcome, picture, cost range, the largest risks and the decisions needed, on one page.',
    actions: [
      { label: 'Word', run: () => runCommand('share.one-pager') },
      { label: 'PDF', run: () => runCommand('share.one-pager-pdf') },
    ],
  },
  {
    title: 'Architecture document',
    what: 'The twelve chapters of arc42 with an annex on models, data, evaluation, oversight, cost and governance.',
    actions: [
      { label: 'Word', run: () => runCommand('share.architecture') },
      { label: 'PDF', run: () => runCommand('share.architecture-pdf') },
    ],
  },
  {
    title: 'Runbook',
    what: 'Goals, parts and owners, and playbooks whose every step names a component and a switch that are drawn.',
    actions: [{ label: 'Word', run: () => runCommand('share.runbook') }],
  },
  {
    title: 'Decision records',
    what: 'One Markdown file for each decision, in the MADR 4 form, with the numbers they rest on.',
    actions: [{ label: 'Markdown', run: () => runCommand('share.decision-records') }],
  },
  {
    title: 'Threat model',
    what: 'What is at stake, the ways in, the worst paths with their cheapest breaks, and what was decided about each.',
    actions: [
      { label: 'Word', run: () => runCommand('share.threat-model-docx') },
      { label: 'PDF', run: () => runCommand('share.threat-model-pdf') },
      { label: 'HTML', run: () => runCommand('share.threat-model-html') },
      { label: 'Markdown', run: () => runCommand('share.threat-model-markdown') },
    ],
  },
  {
    title: 'Threats',
    what: 'Each threat with path, control and how to verify it: as a table, as issues for a tracker, as results.',
    actions: [
      { label: 'CSV', run: () => runCommand('share.threat-table') },
      { label: 'Issues', run: () => runCommand('share.threat-issues') },
      { label: 'SARIF', run: () => runCommand('share.threat-results') },
    ],
  },
  {
    title: 'For other threat tools',
    what: 'The drawing with its threats. Imported here again, it comes back as it went.',
    actions: [
      { label: 'Threat Dragon', run: () => runCommand('share.threat-dragon') },
      { label: 'OTM JSON', run: () => runCommand('share.otm-json') },
      { label: 'OTM YAML', run: () => runCommand('share.otm-yaml') },
    ],
  },
  {
    title: 'Decks',
    what: 'Six to eight slides for who decides, about fourteen for who builds. Read alone, their titles tell the story.',
    actions: [
      { label: 'For deciders', run: () => runCommand('share.deck') },
      { label: 'For engineers', run: () => runCommand('share.engineers-deck') },
    ],
  },
  {
    title: 'Requirements',
    what: 'Each with verdict and arithmetic, what answers for it, and what is missing; or all of it as one table.',
    actions: [
      { label: 'PDF', run: () => runCommand('share.traceability-pdf') },
      { label: 'HTML', run: () => runCommand('share.traceability-html') },
      { label: 'CSV', run: () => runCommand('share.traceability-matrix') },
    ],
  },
  {
    title: 'Exception request',
    what: 'What deviates from the standards of this workspace, filled in as far as they can fill it, to be signed.',
    actions: [{ label: 'HTML', run: () => runCommand('share.exception-request') }],
  },
  {
    title: 'Cost',
    what: 'A workbook that computes, with prices and sources; or every line in the shape of a FOCUS bill, to lay beside the bill later.',
    actions: [
      { label: 'Excel', run: () => runCommand('share.cost-workbook') },
      { label: 'CSV', run: () => runCommand('share.cost-lines') },
    ],
  },
  {
    title: 'Governance',
    what: 'Indicative assessment: tier, duties, evidence by framework, third parties, models, readiness. Unconfirmed legal facts stay out.',
    actions: [
      { label: 'Word', run: () => runCommand('share.governance-docx') },
      { label: 'PDF', run: () => runCommand('share.governance-pdf') },
      { label: 'HTML', run: () => runCommand('share.governance-html') },
      { label: 'Markdown', run: () => runCommand('share.governance-markdown') },
    ],
  },
  {
    title: 'Registers',
    what: 'Controls with their evidence, third parties and models as tables, for the client’s own tools.',
    actions: [
      { label: 'Controls', run: () => runCommand('share.control-mapping') },
      { label: 'Third parties', run: () => runCommand('share.third-party-register') },
      { label: 'Models', run: () => runCommand('share.model-inventory') },
    ],
  },
  {
    title: 'AI-BOM',
    what: 'Models, data, services and who depends on whom, as CycloneDX 1.6.',
    actions: [{ label: 'JSON', run: () => runCommand('share.ai-bom') }],
  },
  {
    title: 'Picture of the canvas',
    what: 'The selection, or the whole design, for a document or a slide.',
    actions: [
      { label: 'SVG', run: () => runCommand('share.picture') },
      { label: 'PNG', run: () => void savePicture('png') },
      { label: 'Copy', run: () => runCommand('edit.copy-as-picture') },
    ],
  },
]

/** What the design can leave the studio as. */
export function ShareDialog() {
  const open = useView((view) => view.shareOpen)
  const onOpenChange = (next: boolean): void => viewStore.getState().set({ shareOpen: next })
  return (
    <Dialog title="Documents" open={open} onOpenChange={onOpenChange} width={560}>
      <ul className="offers">
        {offers.map(({ title, what, actions }) => (
          <li key={title} className="offer">
            <div>
              <p className="strong">{title}</p>
              <p className="muted">{what}</p>
            </div>
            <div className="offer-actions">
              {actions.map(({ label, run }) => (
                <Button
                  key={label}
                  onClick={() => {
                    onOpenChange(false)
                    run()
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
